import FabNumerics
import Foundation

/// Magnitudes of operands on the scale of gains: logarithms, the ends of the domain being -1 and 1.
struct MagnitudeScale: Hashable, Sendable {
  /// The smallest and the largest magnitude.
  private let low: Float
  private let high: Float
  /// From the logarithm to base 2 to the position.
  private let factor: Float
  private let offset: Float

  init(_ domain: ClosedRange<Double>) {
    (low, high) = (Float(domain.lowerBound), Float(domain.upperBound))
    let (first, last) = (log2(domain.lowerBound), log2(domain.upperBound))
    factor = Float(2 / (last - first))
    offset = Float(-(last + first) / (last - first))
  }

  /// The positions of numbers, those outside the domain at its ends; NaN for NaN.
  ///
  /// What lies outside is counted, of the last `fresh` numbers and zeros apart.
  ///
  /// The logarithm is off by 1.6e-5 at most, which a gain doesn't see: `log2(1 + f) = f + f (1 - f) q(f)`, `q` from a fit by
  /// NumPy with weights that even out the errors.
  @inline(__always)
  func positions(
    _ numbers: FloatLanes,
    fresh: Int,
    outside: inout SIMD16<Int32>
  ) -> FloatLanes {
    let magnitude = numbers.magnitude()
    let inside = magnitude.larger(FloatLanes(repeating: low)).smaller(FloatLanes(repeating: high))
    var isOutside = (inside.vector .!= magnitude.vector) .& (magnitude.vector .!= 0)
    if fresh < FloatLanes.count { isOutside = (isOutside .& FloatLanes.isLast(fresh)) }
    outside.replace(with: outside &+ 1, where: isOutside)
    let bits = unsafeBitCast(inside.vector, to: SIMD16<UInt32>.self)
    let exponent =
      unsafeBitCast((bits &>> 23) | SIMD16(repeating: 0x4B00_0000), to: SIMD16<Float>.self)
      - (0x1p23 + 127)
    let f =
      unsafeBitCast(
        (bits & SIMD16(repeating: 0x007F_FFFF)) | SIMD16(repeating: 0x3F80_0000),
        to: SIMD16<Float>.self
      ) - 1
    var q = SIMD16<Float>(repeating: -0.045149013)
    q = SIMD16(repeating: 0.1484266).addingProduct(q, f)
    q = SIMD16(repeating: -0.2671794).addingProduct(q, f)
    q = SIMD16(repeating: 0.44191703).addingProduct(q, f)
    let logarithm = exponent + f.addingProduct(f - f * f, q)
    var positions = SIMD16(repeating: offset).addingProduct(logarithm, SIMD16(repeating: factor))
    positions.replace(with: numbers.vector, where: numbers.vector .!= numbers.vector)
    return FloatLanes(positions)
  }
}
