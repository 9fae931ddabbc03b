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

  /// Creates extents.
  ///
  /// - Parameters:
  ///   - heads: The heads.
  ///   - keys: The keys.
  ///   - width: The channels of a head.
  ///   - query: The largest magnitude of a query.
  ///   - key: The largest magnitude of a key.
  ///   - value: The largest magnitude of a value.
  public init(heads: Int, keys: Int, width: Int, query: Float, key: Float, value: Float) {
    (self.heads, self.keys, self.width) = (heads, keys, width)
    (self.query, self.key, self.value) = (query, key, value)
  }
}
