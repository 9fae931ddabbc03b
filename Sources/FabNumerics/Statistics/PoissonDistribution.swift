/// The Poisson distribution: counts of independent rare events.
public struct PoissonDistribution: Hashable, Sendable {
  /// The expected count; positive.
  public let mean: Double

  /// Creates the distribution of an expected count.
  ///
  /// - Precondition: `mean` is positive and finite.
  public init(mean: Double) {
    precondition(mean > 0 && mean.isFinite, "expected a positive number, found \(mean)")
    self.mean = mean
  }

  /// Returns the probability of `count` events or fewer.
  public func probability(upTo count: Int) -> Double {
    count < 0 ? 0 : regularizedIncompleteGamma(Double(count) + 1, mean).upper
  }

  /// Returns the probability of `count` events or more.
  public func probability(from count: Int) -> Double {
    count <= 0 ? 1 : regularizedIncompleteGamma(Double(count), mean).lower
  }
}
