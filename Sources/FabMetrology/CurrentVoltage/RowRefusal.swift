import FabDiagnostics

/// Why a row of a file gives no value.
public struct RowRefusal: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// Where the defect begins, from 1.
  public var column: Int
  /// How many characters it has.
  public var length: Int
  /// What was found.
  public var found: String
  /// What is expected.
  public var expected: String

  func diagnostic(in source: SourceText) -> Diagnostic {
    diagnostic(at: source.place(line: line, column: column, length: length))
  }

  func diagnostic(in text: InstrumentText) -> Diagnostic {
    diagnostic(at: text.place(line: line, column: column, length: length))
  }

  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedRow,
      severity: .warning,
      at: place,
      "this row is left out: found \(found), expected \(expected)"
    )
  }
}
