/// Standard normal deviates that depend on a seed and an index alone: four deviates an index, four indices at once.
///
/// The Box-Muller transform of 32-bit uniform deviates: values are within 6.7 standard deviations, on a lattice too
/// fine to see in fewer than 1e9 draws.
///
/// > Source: G. E. P. Box, M. E. Muller, *A note on the generation of random normal deviates*, Ann. Math. Stat.
/// > 29, 610 (1958), doi 10.1214/aoms/1177706645.
public struct CounterNormals: Hashable, Sendable {
  /// The seed of the run.
  public let seed: UInt64
  /// What the draws are for; every purpose has deviates of its own.
  public let purpose: UInt32

  /// Creates the deviates of a seed and a purpose.
  public init(seed: UInt64, purpose: UInt32 = 0) {
    self.seed = seed
    self.purpose = purpose
  }

  /// Returns four deviates of each of the indices `start`...`start + 3`, one vector a deviate.
  @inlinable @inline(__always)
  public func deviates(
    from start: UInt64
  ) -> (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) {
    let index = SIMD4(repeating: start) &+ SIMD4<UInt64>(0, 1, 2, 3)
    let low = index & SIMD4(repeating: 0xFFFF_FFFF)
    let words = Philox4x32.block(
      (low, index &>> SIMD4(repeating: 32), SIMD4(repeating: UInt64(purpose)), .zero),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    )
    let first = Self.pair(words.0, words.1)
    let second = Self.pair(words.2, words.3)
    return (first.0, first.1, second.0, second.1)
  }

  @inlinable @inline(__always)
  static func pair(
    _ radius: SIMD4<UInt64>,
    _ turn: SIMD4<UInt64>
  ) -> (SIMD4<Double>, SIMD4<Double>) {
    let length = (VectorMath.logOfNormal(unit(radius)) * -2).squareRoot()
    let (sine, cosine) = VectorMath.sineAndCosine(turns: unit(turn))
    return (length * cosine, length * sine)
  }

  /// `(word + 1/2) / 2^32`, by way of the mantissa of a double.
  @inlinable @inline(__always)
  static func unit(_ word: SIMD4<UInt64>) -> SIMD4<Double> {
    let bits = (word &<< SIMD4(repeating: 20)) | SIMD4(repeating: 0x3FF0_0000_0008_0000)
    return unsafeBitCast(bits, to: SIMD4<Double>.self) - 1
  }
}
