import FabDiagnostics
import FabExchange
import FabStore

/// Entries of a kind as a table: a column for each property.
enum EntryTableText {
  /// The columns of a kind.
  static func columns(_ type: any StoreEntry.Type) -> [TableColumn] {
    type.fields.map { field in
      let kind: TableColumn.Kind =
        switch field.kind {
        case .text, .time, .json: .text
        case .number: .number
        case .integer: .integer
        }
      return TableColumn(field.name, kind)
    }
  }

  /// All entries of a kind, in the order of their key.
  static func table(
    _ kind: LoadKind,
    from reader: StoreReader
  ) throws(DiagnosticError) -> TableText {
    try table(kind.type, from: reader)
  }

  /// All entries of a type, in the order of their key.
  static func table<Entry: StoreEntry>(
    _ type: Entry.Type,
    from reader: StoreReader
  ) throws(DiagnosticError) -> TableText {
    TableText(
      columns: columns(type),
      rows: try reader.all(type)
        .map { entry in
          let properties = entry.properties
          return type.fields.map { cell(properties[$0.name] ?? .null, $0.kind) }
        }
    )
  }

  private static func cell(_ value: JSONValue, _ kind: EntryField.Kind) -> TableCell {
    switch (kind, value) {
    case (.json, .null): .empty
    case (.json, _): .text(value.canonical)
    case (_, .null): .empty
    case (.integer, .integer(let number)): .integer(Int(number))
    case (.number, .integer(let number)): .number(Double(number))
    case (.number, .number(let number)): .number(number)
    default: .text(value.plain)
    }
  }

  /// Reads the entries of a table.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of every cell that can't be taken.
  static func entries(
    _ kind: LoadKind,
    file: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> [LoadedEntry] {
    try rows(of: kind.type, file: file, bytes: bytes) { (cells, place) throws(DiagnosticError) in
      try LoadedEntry(kind, cells, at: place)
    }
  }

  /// Reads the rows of a table that has a column for each property of a type.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of every cell that can't be taken.
  static func rows<Row>(
    of type: any StoreEntry.Type,
    file: String,
    bytes: [UInt8],
    _ body: ([LoadedEntry.Cell], Place) throws(DiagnosticError) -> Row
  ) throws(DiagnosticError) -> [Row] {
    // As texts, since an entry says best itself what it expects.
    let columns = columns(type).map { TableColumn($0.name, .text, isOptional: true) }
    let placed = try TableText.placed(
      file: file,
      bytes: bytes,
      columns: columns,
      sizeLimit: InputFile.measurementLimit
    )
    let collector = DiagnosticCollector()
    var result: [Row] = []
    for (row, cells) in placed.table.rows.enumerated() {
      let texts = zip(columns, cells).enumerated()
        .compactMap { index, pair -> LoadedEntry.Cell? in
          guard placed.has(column: index) else { return nil }
          let place = placed.place(row: row, column: index)
          guard case .text(let text) = pair.1 else { return (pair.0.name, nil, place) }
          return (pair.0.name, text, place)
        }
      do throws(DiagnosticError) {
        result.append(try body(texts, placed.place(row: row, column: 0)))
      } catch {
        collector.add(contentsOf: error.diagnostics)
      }
    }
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
    return result
  }
}
