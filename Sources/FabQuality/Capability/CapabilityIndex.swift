/// One index of capability with its interval.
public struct CapabilityIndex: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The interval that covers the true value.
  public let interval: ClosedRange<Double>
}
