/// What a control chart plots.
public enum ControlStatistic: String, CaseIterable, Codable, Hashable, Sendable {
  /// Single values (the I of I-MR).
  case individual
  /// The difference of neighbours without its sign (the MR of I-MR).
  case movingRange
  /// Means of subgroups, spread from their ranges (the X-bar of X-bar/R).
  case meanByRange
  /// Ranges of subgroups (the R of X-bar/R).
  case range
  /// Means of subgroups, spread from their standard deviations (the X-bar of X-bar/S).
  case meanByDeviation
  /// Standard deviations of subgroups (the S of X-bar/S).
  case deviation
  /// The exponentially weighted moving average.
  case weightedAverage
  /// Cumulative sums above and below the target, in standard deviations.
  case cumulativeSum
}
