import FabNumerics

/// Draws of one sample: a stream of its own by seed, purpose, split and index, so that any thread gives the same values.
struct TaskRandom {
  private var generator: Xoshiro256

  init(seed: UInt64, purpose: Purpose, split: DataSplit, index: UInt64, attempt: UInt64 = 0) {
    generator = Xoshiro256(
      seed: seed,
      key: [purpose.rawValue, UInt64(split.rawValue), index, attempt]
    )
  }

  /// What the draws are for; no two purposes share a stream.
  enum Purpose: UInt64 {
    case scene = 1
    case sceneNoise
    case pair
    case pairNoise
    case motion
    case motionThings
    case motionNoise
  }

  /// A whole number below `count`, which is at least 1; biased by less than `count / 2^64`.
  mutating func below(_ count: Int) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A whole number of a range.
  mutating func whole(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A value of a collection that isn't empty.
  mutating func element<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// A number between 0 and 1, from the upper 24 bits: exact in single precision.
  mutating func unit() -> Float { Float(generator.next() >> 40) * 0x1p-24 }

  /// A number between -1 and 1.
  mutating func signed() -> Float { 2 * unit() - 1 }

  /// A number of a range.
  mutating func number(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// Whether something of a probability happens.
  mutating func happens(_ probability: Float) -> Bool { unit() < probability }

  /// Adds noise of a standard deviation to values.
  mutating func addNoise(_ deviation: Float, to values: UnsafeMutableBufferPointer<Float>) {
    var stream = NoiseStream(from: &generator)
    stream.add(deviation, to: values)
  }
}
