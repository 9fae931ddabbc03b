import FabStore

/// The figure of a measurement set that a control chart plots.
public enum ControlFigure: String, CaseIterable, Hashable, Sendable {
  /// The mean.
  case mean
  /// The standard deviation within the set.
  case deviation = "sd"
  /// The range within the set.
  case range

  /// The name in words.
  var title: String {
    switch self {
    case .mean: "mean"
    case .deviation: "standard deviation"
    case .range: "range"
    }
  }

  /// Returns the figure of a set; `nil` where it has too few values for it.
  func value(of set: MeasurementSet) -> Double? {
    switch self {
    case .mean: return set.mean
    case .deviation: return set.standardDeviation
    case .range:
      guard set.n > 1, let low = set.low, let high = set.high else { return nil }
      return high - low
    }
  }
}
