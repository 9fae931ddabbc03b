import FabNumerics

/// Powers with real exponents.
enum RealPower {
  /// Returns `base^exponent`.
  ///
  /// - Precondition: `base` is positive and finite.
  static func value(_ base: Double, _ exponent: Double) -> Double {
    let whole = exponent.rounded()
    // Exponents of sources are mostly halves of whole numbers; the rest goes by logarithm.
    if exponent == whole, abs(whole) <= 64 { return integer(base, Int(whole)) }
    return VectorMath.exp(exponent * VectorMath.log(SIMD4(repeating: base)))[0]
  }

  private static func integer(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
}
