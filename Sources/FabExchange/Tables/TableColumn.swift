/// A column of a table.
public struct TableColumn: Hashable, Sendable {
  /// What its cells hold.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Any text.
    case text
    /// A finite number.
    case number
    /// A whole number.
    case integer
  }

  /// The heading, with its unit.
  public var name: String
  /// What its cells hold.
  public var kind: Kind
  /// Whether a file may lack the column, whose cells are then empty.
  public var isOptional: Bool

  /// Creates a column.
  public init(_ name: String, _ kind: Kind = .text, isOptional: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
  }
}
