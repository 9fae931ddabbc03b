/// A cell of a table.
public enum TableCell: Hashable, Sendable {
  /// No value.
  case empty
  /// A text, also an empty one.
  case text(String)
  /// A finite number.
  case number(Double)
  /// A whole number.
  case integer(Int)

  /// Tells whether the cell may stand in a column of a kind.
  func fits(_ kind: TableColumn.Kind) -> Bool {
    switch self {
    case .empty: true
    case .text: kind == .text
    case .number(let number): kind == .number && number.isFinite
    case .integer: kind == .integer
    }
  }
}
