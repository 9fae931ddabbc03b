/// A property of an entry: a column, as far as readers of tables need to know it.
public struct EntryField: Hashable, Sendable {
  /// What a property holds.
  public enum Kind: Sendable {
    case text
    case number
    case integer
    case time
    case json
  }

  /// The name.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// Whether there may be none.
  public let isOptional: Bool

  /// Creates a field.
  public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
  }
}
