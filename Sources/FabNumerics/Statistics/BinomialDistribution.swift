/// The binomial distribution: successes among independent trials.
public struct BinomialDistribution: Hashable, Sendable {
  /// The number of trials; positive.
  public let trials: Int
  /// The probability of a success; within 0...1.
  public let share: Double

  /// Creates the distribution of trials with a common probability of success.
  ///
  /// - Precondition: `trials` is positive, `share` lies in 0...1.
  public init(trials: Int, share: Double) {
    precondition(trials > 0, "expected trials, found \(trials)")
    precondition((0...1).contains(share), "a probability lies in 0...1, found \(share)")
    self.trials = trials
    self.share = share
  }

  /// Returns the probability of `count` successes or fewer.
  ///
  /// > Source: NIST Digital Library of Mathematical Functions, 8.17.5.
  public func probability(upTo count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return regularizedIncompleteBeta(1 - share, Double(trials - count), Double(count) + 1)
  }

  /// Returns the probability of `count` successes or more.
  public func probability(from count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    return regularizedIncompleteBeta(share, Double(count), Double(trials - count) + 1)
  }
}
