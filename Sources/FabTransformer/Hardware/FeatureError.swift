/// How far what a layer comes to on hardware is from what it comes to in numbers.
public struct FeatureError: Hashable, Sendable {
  /// The layer.
  public let layer: String
  /// The root mean square of the differences over that of the features, channel by channel, 0 for channels that are zero.
  public let channels: [Double]
  /// The same of all channels together.
  public let total: Double
}
