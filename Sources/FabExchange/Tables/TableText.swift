public import FabDiagnostics

/// A table as comma-separated text, RFC 4180: columns with a kind each, cells of text or numbers.
///
/// A spreadsheet runs a text that begins with `=`, `+`, `-` or `@` (or a tab or carriage return before one) as a
/// formula, so cells of text columns that begin so are written with an apostrophe before them, which
/// reading takes off again; a text that begins with apostrophes gets one more, so that every text comes back.
/// Numbers are written with as few digits as give exactly the same number back.
///
/// > Source: Y. Shafranovich, *RFC 4180*, 2005; OWASP, *CSV Injection*.
public struct TableText: Hashable, Sendable {
  /// The columns.
  public var columns: [TableColumn]
  /// The rows; each has a cell for every column.
  public var rows: [[TableCell]]

  /// Creates a table.
  ///
  /// - Precondition: There is a column, and every row has a cell of its kind, or an empty one, for each.
  public init(columns: [TableColumn], rows: [[TableCell]]) {
    precondition(!columns.isEmpty, "a table needs a column")
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count && zip(row, columns).allSatisfy { $0.fits($1.kind) },
        "row \(index + 1) doesn't fit the columns"
      )
    }
    self.columns = columns
    self.rows = rows
  }

  /// The table as UTF-8 with a heading and CRLF at the end of each line.
  public func bytes() -> [UInt8] {
    var text = columns.map { Self.quoted(Self.guarded($0.name)) }.joined(separator: ",") + "\r\n"
    for row in rows {
      var cells = zip(row, columns).map { Self.field($0, $1.kind) }
      // A row of one empty cell would be an empty line, which reads as none.
      if cells == [""] { cells = ["\"\""] }
      text += cells.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// Reads a table.
  ///
  /// Lines may end in LF or CRLF; a byte order mark is skipped, empty lines are none. Columns are found by
  /// their names in any order, and what the file has besides is an error unless it may be left out.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it.
  ///   - bytes: Its content in UTF-8.
  ///   - columns: The columns to read, in the order of the result.
  ///   - allowsOthers: Whether columns that nobody asked for are left out instead of refused.
  ///   - sizeLimit: The largest number of bytes [ours].
  /// - Returns: The table.
  /// - Throws: A ``DiagnosticError`` with line and column of every defect: `unknown-column`, `missing-key`,
  ///   `duplicate-name`, `malformed-row`, `not-a-number`, `not-utf8`, `file-too-large`, `truncated-file`.
  public static func read(
    file: String,
    bytes: [UInt8],
    columns: [TableColumn],
    allowsOthers: Bool = false,
    sizeLimit: Int = 64_000_000
  ) throws(DiagnosticError) -> TableText {
    try placed(
      file: file,
      bytes: bytes,
      columns: columns,
      allowsOthers: allowsOthers,
      sizeLimit: sizeLimit
    )
    .table
  }

  /// Reads a table as ``read(file:bytes:columns:allowsOthers:sizeLimit:)`` does, with the places of its cells.
  public static func placed(
    file: String,
    bytes: [UInt8],
    columns: [TableColumn],
    allowsOthers: Bool = false,
    sizeLimit: Int = 64_000_000
  ) throws(DiagnosticError) -> PlacedTable {
    let source = try SourceText(name: file, bytes: bytes, limit: sizeLimit)
    return try TableReader(source: source, columns: columns, allowsOthers: allowsOthers).read()
  }

  private static func field(_ cell: TableCell, _ kind: TableColumn.Kind) -> String {
    switch cell {
    case .empty: ""
    // An empty text isn't an empty cell: quotes keep them apart.
    case .text(let text): text.isEmpty ? "\"\"" : quoted(guarded(text))
    case .number(let number): "\(number)"
    case .integer(let number): "\(number)"
    }
  }

  /// Returns a text that no spreadsheet takes for a formula.
  static func guarded(_ text: String) -> String {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  /// Takes the apostrophe off that ``guarded(_:)`` added.
  static func unguarded(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return guarded(rest) == text ? rest : text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      || text.unicodeScalars.first == " " || text.unicodeScalars.last == " "
    guard needsQuotes else { return text }
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
