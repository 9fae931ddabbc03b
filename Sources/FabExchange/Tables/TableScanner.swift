import FabDiagnostics

/// Takes comma-separated text apart into records of fields.
struct TableScanner {
  let source: SourceText
  /// The most fields of a record [ours].
  static let mostFields = 10_000

  /// Returns all records; empty lines are none.
  func records() throws(DiagnosticError) -> [[TableField]] {
    var records: [[TableField]] = []
    var record: [TableField] = []
    var field = TableField(text: "", isQuoted: false, line: 1, column: 1)
    var isInside = false
    var wasClosed = false
    var line = 1
    var column = 1
    var scalars = Substring.UnicodeScalarView(source.text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    func isBlank() -> Bool { record.isEmpty && field.text.isEmpty && !field.isQuoted }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let next = index < scalars.endIndex ? scalars[index] : nil
      let isEndOfLine = scalar == "\n" || (scalar == "\r" && next == "\n")
      if scalar == "\0" { throw failure(line, column, "the text has a NUL character") }
      if isInside {
        if scalar == "\"" {
          if next == "\"" {
            field.text.unicodeScalars.append("\"")
            index = scalars.index(after: index)
            column += 1
          } else {
            isInside = false
            wasClosed = true
          }
        } else {
          field.text.unicodeScalars.append(scalar)
        }
      } else if isEndOfLine {
        if scalar == "\r" { index = scalars.index(after: index) }
        if !isBlank() {
          record.append(field)
          records.append(record)
        }
        record = []
        (line, column) = (line + 1, 1)
        (field, wasClosed) = (TableField(text: "", isQuoted: false, line: line, column: 1), false)
        continue
      } else if scalar == "," {
        record.append(field)
        guard record.count < Self.mostFields else {
          throw failure(line, column, "the line has more than \(Self.mostFields) fields")
        }
        let start = TableField(text: "", isQuoted: false, line: line, column: column + 1)
        (field, wasClosed) = (start, false)
      } else if wasClosed {
        throw failure(line, column, "a quoted field goes on after its closing quote")
      } else if scalar == "\"", field.text.isEmpty {
        isInside = true
        field.isQuoted = true
      } else if scalar == "\"" {
        throw failure(line, column, "a quote stands inside a field that doesn't begin with one")
      } else if scalar == "\r" {
        throw failure(line, column, "a carriage return stands without a line feed")
      } else {
        field.text.unicodeScalars.append(scalar)
      }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    if isInside {
      throw DiagnosticError(
        Diagnostic(
          .truncatedFile,
          at: source.place(line: field.line, column: field.column, length: 1),
          "a quoted field isn't closed before the file ends"
        )
      )
    }
    if !isBlank() {
      record.append(field)
      records.append(record)
    }
    return records
  }

  private func failure(_ line: Int, _ column: Int, _ text: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(.malformedRow, at: source.place(line: line, column: column, length: 1), text)
    )
  }
}
