import Foundation

/// Student's t distribution.
public struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom; positive.
  public let degreesOfFreedom: Double

  /// Creates the distribution of so many degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is positive.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "expected a positive number, found \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the probability of a deviate below `value`.
  public func probability(below value: Double) -> Double {
    let ratio = degreesOfFreedom / (degreesOfFreedom + value * value)
    let half = 0.5 * regularizedIncompleteBeta(ratio, degreesOfFreedom / 2, 0.5)
    return value < 0 ? half : 1 - half
  }

  /// Returns the value that a deviate stays below with a probability.
  ///
  /// - Precondition: `probability` lies strictly between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "expected (0, 1), found \(probability)")
    if probability < 0.5 { return -quantile(1 - probability) }
    var high = 1.0
    while self.probability(below: high) < probability, high < 1e150 { high *= 2 }
    var low = 0.0
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = 0.5 * (low + high)
      if self.probability(below: middle) < probability { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}

/// Returns the regularized incomplete beta function `I_x(a, b)`.
///
/// - Precondition: `a` and `b` are positive; `x` lies in 0...1.
///
/// > Source: NIST Digital Library of Mathematical Functions, 8.17.22, evaluated by Lentz's method.
public func regularizedIncompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  precondition(a > 0 && b > 0, "expected positive parameters, found \(a) and \(b)")
  precondition((0...1).contains(x), "expected 0...1, found \(x)")
  if x == 0 || x == 1 { return x }
  if x > (a + 1) / (a + b + 2) { return 1 - regularizedIncompleteBeta(1 - x, b, a) }
  let front = exp(
    a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)
  )
  let smallest = 1e-300
  var c = 1.0
  var d = 1 - (a + b) * x / (a + 1)
  d = 1 / (abs(d) < smallest ? smallest : d)
  var fraction = d
  for index in 1...1000 {
    let m = Double(index)
    for term in [
      m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
      -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
    ] {
      d = 1 + term * d
      d = 1 / (abs(d) < smallest ? smallest : d)
      c = 1 + term / c
      c = abs(c) < smallest ? smallest : c
      fraction *= c * d
    }
    if abs(c * d - 1) < 1e-16 { break }
  }
  return front * fraction / a
}
