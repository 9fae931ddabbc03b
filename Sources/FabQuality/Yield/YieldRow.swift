/// The yield of one group.
public struct YieldRow: Hashable, Sendable {
  /// The name of the group.
  public let name: String
  /// The count.
  public let count: YieldCount
}
