public import FabDiagnostics

/// A node of a YAML document with its place in the file.
public struct YAMLNode: Sendable {
  /// What the node holds.
  public indirect enum Content: Sendable {
    /// One text; `isPlain` tells that it stood without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with their values, in the order of the file.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What the node holds.
  public let content: Content
  /// Where it stands.
  public let place: Place

  /// Creates a node.
  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// The text of a scalar, `nil` for lists and mappings.
  public var scalarText: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing stands here: an empty plain scalar, `~` or `null`.
  public var isEmpty: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The kind in words, as in "expected a list, found a mapping".
  public var kindName: String {
    switch content {
    case .scalar: isEmpty ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
