/// What one source, or a sum of sources, adds to the variation.
public struct GaugeComponent: Hashable, Sendable {
  /// The variance.
  public let variance: Double
  /// Whether the estimate was negative and set to zero.
  public let wasNegative: Bool
  /// The share of the total standard deviation, in percent; these don't add up to 100.
  public let percentStudyVariation: Double
  /// Six standard deviations over the tolerance, in percent; `nil` without a tolerance.
  public let percentTolerance: Double?

  /// The standard deviation.
  public var standardDeviation: Double { variance.squareRoot() }
}
