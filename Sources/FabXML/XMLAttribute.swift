/// An attribute of an ``XMLElement``.
public struct XMLAttribute: Hashable, Sendable {
  /// The name without its prefix.
  public let name: String
  /// The namespace's URI; empty for attributes without a prefix.
  public let namespace: String
  /// The value with references to characters replaced.
  public let value: String

  /// Creates an attribute.
  public init(name: String, namespace: String = "", value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}
