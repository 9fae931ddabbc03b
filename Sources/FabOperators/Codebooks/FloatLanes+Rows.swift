import FabNumerics

extension FloatLanes {
  /// Reads as many numbers as lanes, or fewer; the rest are zero.
  @inline(__always)
  init(first number: Int, at place: UnsafePointer<Float>) {
    self =
      number == Self.count
      ? FloatLanes(reading: place) : FloatLanes(reading: place, number: number, filler: 0)
  }

  /// Writes as many numbers as lanes, or the first of them.
  @inline(__always)
  func write(first number: Int, to place: UnsafeMutablePointer<Float>) {
    if number == Self.count { write(to: place) } else { write(to: place, number: number) }
  }

  /// As many places of a row as there are lanes; some may have been seen before.
  struct Run {
    /// The first place.
    let start: Int
    /// How many there are: fewer than lanes only where the row has fewer.
    let number: Int
    /// How many at the end are new; all where the row is shorter than that.
    let fresh: Int
  }

  /// The places of a row of `total` from `index` on; the last ones overlap those before.
  @inline(__always)
  static func run(from index: Int, of total: Int) -> Run {
    if index &+ count <= total { return Run(start: index, number: count, fresh: count) }
    return total >= count
      ? Run(start: total &- count, number: count, fresh: total &- index)
      : Run(start: 0, number: total, fresh: count)
  }

  /// The numbers of the lanes.
  @inline(__always)
  static var places: SIMD16<Int32> {
    SIMD16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  }

  /// Which lanes are the last so many.
  @inline(__always)
  static func isLast(_ number: Int) -> SIMDMask<SIMD16<Int32>> {
    FloatLanes.places .>= Int32(count - number)
  }
}
