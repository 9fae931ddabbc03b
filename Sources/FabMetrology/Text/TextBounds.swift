import FabDiagnostics

/// What no measured text has, checked on its bytes before any work that grows with them.
enum TextBounds {
  /// The longest line, in bytes: 1 MB, some hundred times the longest that an instrument writes [ours].
  static let lineLimit = 1_000_000
  /// The most columns of a table [ours].
  static let columnLimit = 10_000

  /// Checks UTF-8 bytes for zeros, lines that are too long, too many separators, and quotes that don't close.
  ///
  /// - Throws: A ``DiagnosticError`` with the line: `corrupt-file`, `file-too-large`, `malformed-row`.
  static func check(
    _ bytes: some Collection<UInt8>,
    name: String,
    firstLine: Int = 1
  ) throws(DiagnosticError) {
    var line = firstLine
    var length = 0
    var separators = 0
    var quotes = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D {
        try checkQuotes(quotes, line, name)
        if !(byte == 0x0A && previous == 0x0D) { line += 1 }
        (length, separators, quotes) = (0, 0, 0)
      } else {
        length += 1
        if byte == 0x09 || byte == 0x2C || byte == 0x3B { separators += 1 }
        if byte == 0x22 { quotes += 1 }
        if byte == 0 || length > lineLimit || separators >= columnLimit {
          throw refusal(byte, length, line, name)
        }
      }
      previous = byte
    }
    try checkQuotes(quotes, line, name)
  }

  private static func checkQuotes(
    _ count: Int,
    _ line: Int,
    _ name: String
  ) throws(DiagnosticError) {
    guard !count.isMultiple(of: 2) else { return }
    throw DiagnosticError(
      Diagnostic(
        .malformedRow,
        at: place(name, line, 1),
        "line \(line) has a quote that doesn't close; every quote is expected to close on its line",
        fixes: ["close the quote or delete it"]
      )
    )
  }

  private static func refusal(
    _ byte: UInt8,
    _ length: Int,
    _ line: Int,
    _ name: String
  ) -> DiagnosticError {
    if byte == 0 {
      return DiagnosticError(
        Diagnostic(
          .corruptFile,
          at: place(name, line, length),
          "line \(line) has a zero byte; a text is expected",
          fixes: ["export the file as text; a file copied from a failing disk may have zeros"]
        )
      )
    }
    let what =
      length > lineLimit ? "more than \(lineLimit) bytes" : "more than \(columnLimit) columns"
    return DiagnosticError(
      Diagnostic(
        .fileTooLarge,
        at: place(name, line, 1),
        "line \(line) has \(what)",
        fixes: ["check that this is the file you meant; a table has one row a line"]
      )
    )
  }

  private static func place(_ name: String, _ line: Int, _ column: Int) -> Place {
    .text(
      SourceRange(
        file: name,
        start: SourcePosition(line: line, column: column),
        length: 1,
        line: ""
      )
    )
  }
}
