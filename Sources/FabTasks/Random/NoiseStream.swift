/// Noise for pictures: four generators side by side, four values a step.
///
/// Each is a xoshiro256+ generator, whose sums, shifts and exclusive ors work on vectors without multiplication.
///
/// > Source: D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM Trans. Math. Softw. 47(4), 36
/// > (2021), doi 10.1145/3460772.
struct NoiseStream {
  private var a: SIMD4<UInt64>
  private var b: SIMD4<UInt64>
  private var c: SIMD4<UInt64>
  private var d: SIMD4<UInt64>

  /// Creates the stream of a seeded generator, from its next sixteen numbers.
  init(from generator: inout some RandomNumberGenerator) {
    func four(_ generator: inout some RandomNumberGenerator) -> SIMD4<UInt64> {
      SIMD4(generator.next(), generator.next(), generator.next(), generator.next())
    }
    a = four(&generator)
    b = four(&generator)
    c = four(&generator)
    // A state of zeros would stay: the lowest bit of one word keeps it away.
    d = four(&generator) | SIMD4(repeating: 1)
  }

  /// Adds noise of a standard deviation to values.
  ///
  /// A deviate is the sum of four uniform ones (Irwin-Hall), within 3.46 standard deviations: without logarithms it's
  /// fast, and the same on every machine.
  mutating func add(_ deviation: Float, to values: UnsafeMutableBufferPointer<Float>) {
    guard deviation > 0 else { return }
    // The sum of four whole numbers below 2^16 has the mean 2 (2^16 - 1) and the variance (2^32 - 1) / 3.
    let scale = deviation / (4_294_967_295.0 / 3 as Float).squareRoot()
    let low = SIMD4<UInt64>(repeating: 0xFFFF)
    var index = 0
    while index < values.count {
      let word = next()
      let sum =
        (word & low) &+ ((word &>> 16) & low) &+ ((word &>> 32) & low) &+ (word &>> 48)
      let whole = SIMD4<Int32>(truncatingIfNeeded: sum) &- SIMD4(repeating: 131_070)
      let deviate = SIMD4<Float>(whole) * scale
      for lane in 0..<min(4, values.count - index) { values[index + lane] += deviate[lane] }
      index += 4
    }
  }

  @inline(__always)
  private mutating func next() -> SIMD4<UInt64> {
    let result = a &+ d
    let shifted = b &<< 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d &<< 45) | (d &>> 19)
    return result
  }
}
