/// The chi-square distribution: the sum of squares of standard normal deviates.
public struct ChiSquareDistribution: Hashable, Sendable {
  /// The degrees of freedom; positive.
  public let degreesOfFreedom: Double

  /// Creates the distribution of so many degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is positive and finite.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "expected a positive number, found \(degreesOfFreedom)"
    )
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the probability of a deviate below `value`; zero for negative values.
  public func probability(below value: Double) -> Double {
    value <= 0 ? 0 : regularizedIncompleteGamma(degreesOfFreedom / 2, value / 2).lower
  }

  /// Returns the probability of a deviate above `value`, the p value of a test; precise far out too.
  public func probability(above value: Double) -> Double {
    value <= 0 ? 1 : regularizedIncompleteGamma(degreesOfFreedom / 2, value / 2).upper
  }

  /// Returns the value that a deviate stays below with a probability.
  ///
  /// - Precondition: `probability` lies strictly between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "expected (0, 1), found \(probability)")
    return DistributionQuantile.value(at: probability) { self.probability(below: $0) }
  }
}
