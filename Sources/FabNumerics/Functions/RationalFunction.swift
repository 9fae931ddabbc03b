/// A quotient of two polynomials, evaluated by Horner's scheme.
struct RationalFunction: Sendable {
  /// Coefficients from the highest power down.
  let numerator: [Double]
  /// Coefficients from the highest power down.
  let denominator: [Double]

  func value(at x: Double) -> Double {
    Self.polynomial(numerator, at: x) / Self.polynomial(denominator, at: x)
  }

  private static func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    var sum = 0.0
    for coefficient in coefficients { sum = sum * x + coefficient }
    return sum
  }
}
