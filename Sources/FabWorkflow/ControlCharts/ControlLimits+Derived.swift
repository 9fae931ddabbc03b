import FabQuality
import FabStore

extension ControlLimits {
  /// Limits as the store keeps them.
  var stored: JSONValue {
    JSONText.decode(JSONValue.self, from: JSONText.encode(self)) ?? .null
  }

  /// Reads stored limits; `nil` for those of another version of the tool.
  init?(stored: JSONValue) {
    guard let limits = JSONText.decode(ControlLimits.self, from: Array(stored.canonical.utf8))
    else { return nil }
    self = limits
  }

  /// Limits of the weighted average of the points that these limits are of.
  var ofWeightedAverage: ControlLimits {
    let spread = pointSigma * (parameters.weight / (2 - parameters.weight)).squareRoot()
    return ControlLimits(
      statistic: .weightedAverage,
      centerLine: centerLine,
      lower: centerLine - parameters.width * spread,
      upper: centerLine + parameters.width * spread,
      pointSigma: spread,
      sigma: pointSigma,
      baselineCount: baselineCount,
      subgroupSize: 1,
      parameters: parameters
    )
  }

  /// Limits of the differences of neighbouring points; `nil` unless these limits are of individuals.
  var ofMovingRange: ControlLimits? {
    guard statistic == .individual, let two = try? ChartConstants(size: 2) else { return nil }
    let center = two.d2 * sigma
    return ControlLimits(
      statistic: .movingRange,
      centerLine: center,
      lower: nil,
      upper: center + parameters.width * two.d3 * sigma,
      pointSigma: two.d3 * sigma,
      sigma: sigma,
      baselineCount: baselineCount,
      subgroupSize: 1,
      parameters: parameters
    )
  }

  /// Whether a weighted average of the points is worth a second chart.
  var allowsWeightedAverage: Bool {
    [.individual, .meanByRange, .meanByDeviation].contains(statistic)
  }
}
