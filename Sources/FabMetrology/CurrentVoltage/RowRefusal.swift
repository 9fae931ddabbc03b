import FabDiagnostics

/// Why a row gives no point.
struct RowRefusal: Error {
  /// The line, from 1.
  var line: Int
  /// Where the defect begins, from 1.
  var column: Int
  /// How many characters it has.
  var length: Int
  /// What was found.
  var found: String
  /// What is expected.
  var expected: String

  func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic(
      .malformedRow,
      severity: .warning,
      at: source.place(line: line, column: column, length: length),
      "this row is left out: found \(found), expected \(expected)"
    )
  }
}
