/// A table with headings; columns of numbers stand to the right, digit below digit.
public struct HTMLTable: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The heading, with the unit.
    public var heading: String
    /// Whether the column holds numbers.
    public var isNumeric: Bool

    /// Creates a column.
    public init(_ heading: String, isNumeric: Bool = false) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// What the table shows; empty for nothing.
  public var caption: String
  /// The columns.
  public var columns: [Column]
  /// The rows; missing cells are empty, cells beyond the columns are left out.
  public var rows: [[HTMLCell]]

  /// Creates a table.
  public init(caption: String = "", columns: [Column], rows: [[HTMLCell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
