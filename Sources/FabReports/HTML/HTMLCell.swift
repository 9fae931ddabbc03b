/// A cell of a table.
public enum HTMLCell: Hashable, Sendable {
  /// A text or a number.
  case text(String)
  /// A verdict as a badge.
  case verdict(HTMLVerdict)
}

extension HTMLCell: ExpressibleByStringInterpolation {
  /// Creates a cell with a text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}
