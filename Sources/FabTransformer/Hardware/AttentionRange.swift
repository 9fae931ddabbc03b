/// The extents of an attention, and how large its operands get: a magnitude of so much is an operand of one.
public struct AttentionRange: Hashable, Sendable {
  /// The heads.
  public var heads: Int
  /// The keys.
  public var keys: Int
  /// The channels of a head.
  public var width: Int
  /// The largest magnitude of a query.
  public var query: Float
  /// The largest magnitude of a key.
  public var key: Float
  /// The largest magnitude of a value.
  public var value: Float
}
