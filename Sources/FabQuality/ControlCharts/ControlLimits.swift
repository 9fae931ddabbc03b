/// Frozen limits of one control chart: computed once from a baseline, stored, and applied ever after.
public struct ControlLimits: Codable, Hashable, Sendable {
  /// What the chart plots.
  public let statistic: ControlStatistic
  /// The centre line, or the target of a cumulative sum.
  public let centerLine: Double
  /// The lower limit; `nil` where there is none, as of a small range.
  ///
  /// The limits of a weighted average are those of a long series; the first points have tighter ones.
  public let lower: Double?
  /// The upper limit; of a cumulative sum, the decision interval in standard deviations.
  public let upper: Double
  /// The standard deviation of the plotted points, one zone wide.
  public let pointSigma: Double
  /// The standard deviation of single values within subgroups.
  public let sigma: Double
  /// The number of values (I-MR) or subgroups of the baseline.
  public let baselineCount: Int
  /// The number of values of a subgroup; one for single values.
  public let subgroupSize: Int
  /// What the limits were computed with.
  public let parameters: ControlParameters

  /// Whether the baseline is too short for limits that deserve trust.
  ///
  /// > Source: W. A. Shewhart's rule of 20 to 25 subgroups, as in ISO 7870-2.
  public var isBaselineShort: Bool { baselineCount < Self.fewestBaselinePoints }

  /// The number of points that a baseline should have at least.
  public static let fewestBaselinePoints = 20

  /// Creates limits from stored figures.
  public init(
    statistic: ControlStatistic,
    centerLine: Double,
    lower: Double?,
    upper: Double,
    pointSigma: Double,
    sigma: Double,
    baselineCount: Int,
    subgroupSize: Int,
    parameters: ControlParameters = ControlParameters()
  ) {
    self.statistic = statistic
    self.centerLine = centerLine
    self.lower = lower
    self.upper = upper
    self.pointSigma = pointSigma
    self.sigma = sigma
    self.baselineCount = baselineCount
    self.subgroupSize = subgroupSize
    self.parameters = parameters
  }
}
