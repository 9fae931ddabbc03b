import Foundation

/// Returns the regularized incomplete gamma functions `P(a, x)` and `Q(a, x) = 1 - P(a, x)`.
///
/// Each is computed without cancellation where it's the smaller one, so that far tails keep their digits.
///
/// - Precondition: `a` is positive and finite; `x` isn't negative.
///
/// > Source: NIST Digital Library of Mathematical Functions, 8.11.4 (series, below `a + 1`) and 8.9.2
/// > (continued fraction, above it), the latter evaluated by Lentz's method.
public func regularizedIncompleteGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
  precondition(a > 0 && a.isFinite, "expected a positive number, found \(a)")
  precondition(x >= 0, "expected zero or more, found \(x)")
  if x == 0 { return (0, 1) }
  if x == .infinity { return (1, 0) }
  let front = exp(a * log(x) - x - lgamma(a))
  // Both expansions need some multiple of the square root of `a` terms.
  let limit = 500 + 20 * Int(min(a, 1e12).squareRoot())
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    for index in 1...limit {
      term *= x / (a + Double(index))
      sum += term
      if term < 1e-17 * sum { break }
    }
    let lower = min(1, front * sum)
    return (lower, 1 - lower)
  }
  let smallest = 1e-300
  var b = x + 1 - a
  var c = 1 / smallest
  var d = 1 / (abs(b) < smallest ? smallest : b)
  var fraction = d
  for index in 1...limit {
    let m = Double(index)
    let numerator = -m * (m - a)
    b += 2
    d = numerator * d + b
    d = 1 / (abs(d) < smallest ? smallest : d)
    c = b + numerator / c
    c = abs(c) < smallest ? smallest : c
    fraction *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  let upper = min(1, front * fraction)
  return (1 - upper, upper)
}
