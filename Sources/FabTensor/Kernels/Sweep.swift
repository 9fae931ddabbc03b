import FabNumerics

extension TensorScalar {
  /// Runs over `0..<count` a register at a time; `number` is below the register's width in the last turn only.
  @inline(__always)
  static func sweep(_ count: Int, _ body: (_ index: Int, _ number: Int) -> Void) {
    var index = 0
    while index &+ Lane.count <= count {
      body(index, Lane.count)
      index &+= Lane.count
    }
    if index < count { body(index, count &- index) }
  }

  /// Reads `number` numbers; where they're fewer than a register, the rest is `filler`.
  @inline(__always)
  static func read(_ place: UnsafePointer<Self>, _ number: Int, filler: Self = 0) -> Lane {
    number == Lane.count
      ? Lane(reading: place) : Lane(reading: place, number: number, filler: filler)
  }

  /// Writes the first `number` numbers.
  @inline(__always)
  static func write(_ lane: Lane, _ place: UnsafeMutablePointer<Self>, _ number: Int) {
    if number == Lane.count {
      lane.write(to: place)
    } else {
      lane.write(to: place, number: number)
    }
  }
}
