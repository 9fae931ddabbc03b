/// Pairs side by side, as a network takes them.
public struct TrackingBatch: Hashable, Sendable {
  /// The number of pairs.
  public let count: Int
  /// The visible search regions; shape `[count, 64, 192]`.
  public let visibleSearch: [Float]
  /// The thermal search regions; shape `[count, 64, 64]`.
  public let thermalSearch: [Float]
  /// The visible templates; shape `[count, 16, 192]`.
  public let visibleTemplate: [Float]
  /// The thermal templates; shape `[count, 16, 64]`.
  public let thermalTemplate: [Float]
  /// Where the targets are; shape `[count]`.
  public let boxes: [BoundingBox]
  /// What the pictures were taken in; shape `[count]`.
  public let conditions: [TrackingCondition]
}
