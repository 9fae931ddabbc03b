/// Whether a gauge is good enough.
///
/// > Source: AIAG, *Measurement Systems Analysis*, 4th ed., 2010: below 10 % good, to 30 % marginal, above not.
public enum GaugeVerdict: String, Codable, Hashable, Sendable {
  /// Below 10 %.
  case good
  /// From 10 to 30 %.
  case marginal
  /// Above 30 %.
  case unacceptable

  /// Creates the verdict of a share of the variation or the tolerance, in percent.
  public init(percent: Double) {
    self = percent < 10 ? .good : percent <= 30 ? .marginal : .unacceptable
  }
}
