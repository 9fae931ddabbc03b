/// Fisher's F distribution: the ratio of two variances.
public struct FDistribution: Hashable, Sendable {
  /// The degrees of freedom of the upper variance; positive.
  public let numeratorFreedom: Double
  /// The degrees of freedom of the lower variance; positive.
  public let denominatorFreedom: Double

  /// Creates the distribution of two degrees of freedom.
  ///
  /// - Precondition: Both are positive and finite.
  public init(numeratorFreedom: Double, denominatorFreedom: Double) {
    precondition(
      numeratorFreedom > 0 && denominatorFreedom > 0 && numeratorFreedom.isFinite
        && denominatorFreedom.isFinite,
      "expected positive numbers, found \(numeratorFreedom) and \(denominatorFreedom)"
    )
    self.numeratorFreedom = numeratorFreedom
    self.denominatorFreedom = denominatorFreedom
  }

  /// Returns the probability of a ratio below `value`; zero for negative values.
  public func probability(below value: Double) -> Double {
    guard value > 0 else { return 0 }
    guard value < .infinity else { return 1 }
    let weighted = numeratorFreedom * value
    return regularizedIncompleteBeta(
      weighted / (weighted + denominatorFreedom),
      numeratorFreedom / 2,
      denominatorFreedom / 2
    )
  }

  /// Returns the probability of a ratio above `value`, the p value of an analysis of variance.
  public func probability(above value: Double) -> Double {
    guard value > 0 else { return 1 }
    guard value < .infinity else { return 0 }
    return regularizedIncompleteBeta(
      denominatorFreedom / (numeratorFreedom * value + denominatorFreedom),
      denominatorFreedom / 2,
      numeratorFreedom / 2
    )
  }

  /// Returns the ratio that a deviate stays below with a probability.
  ///
  /// - Precondition: `probability` lies strictly between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "expected (0, 1), found \(probability)")
    return DistributionQuantile.value(at: probability) { self.probability(below: $0) }
  }
}
