public import FabDiagnostics

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
      Self.leftOut + "found \(found), expected \(expected)"
    )
  }

  private static let leftOut = "this row is left out: "
  private static let refused = "this row is refused: "

  /// The messages of a file that isn't taken because of its rows: none of them is left out then, and each is an error.
  ///
  /// - Parameter messages: What reading the file said.
  /// - Returns: The same messages in their order, those of rows reworded.
  public static func refusingFile(_ messages: [Diagnostic]) -> [Diagnostic] {
    messages.map { message in
      guard message.code == .malformedRow, message.summary.hasPrefix(leftOut) else {
        return message
      }
      return Diagnostic(
        message.code,
        at: message.place,
        refused + message.summary.dropFirst(leftOut.count),
        notes: message.notes,
        fixes: message.fixes
      )
    }
  }
}
