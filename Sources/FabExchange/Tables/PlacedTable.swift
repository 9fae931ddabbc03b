public import FabDiagnostics

/// A table that was read, with where its cells stand in the file.
public struct PlacedTable: Sendable {
  /// The table.
  public let table: TableText
  private let source: SourceText
  /// Line and column of each field of each row, in the order of the file.
  private let fields: [[(line: Int, column: Int)]]
  /// Which field a column of the table is; `nil` where the file has none.
  private let indices: [Int?]

  init(
    table: TableText,
    source: SourceText,
    fields: [[(line: Int, column: Int)]],
    indices: [Int?]
  ) {
    self.table = table
    self.source = source
    self.fields = fields
    self.indices = indices
  }

  /// Whether the file has a column.
  public func has(column: Int) -> Bool { indices[column] != nil }

  /// Where a cell stands; the beginning of its row where the file lacks the column.
  ///
  /// - Precondition: The table has that row and that column.
  public func place(row: Int, column: Int) -> Place {
    let place = fields[row][indices[column] ?? 0]
    return source.place(line: place.line, column: place.column, length: 1)
  }
}
