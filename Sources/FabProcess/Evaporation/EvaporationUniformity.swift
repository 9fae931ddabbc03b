/// Mean and extremes of a film over a round area, as masses a unit of area.
public struct EvaporationUniformity: Hashable, Sendable {
  /// The mean over the area, in milligram a square millimetre.
  public let mean: Double
  /// The smallest value.
  public let minimum: Double
  /// The largest value.
  public let maximum: Double

  /// Half the range over the mean, `100 (max - min)/(2 mean)`, in percent.
  public var halfRangePercent: Double { 100 * (maximum - minimum) / (2 * mean) }
}
