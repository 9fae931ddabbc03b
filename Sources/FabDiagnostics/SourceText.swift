/// The text of a file with the name that the user gave it.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let name: String
  /// The text.
  public let text: String
  /// The lines without their line ends.
  public let lines: [Substring]

  /// Creates a source from bytes.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-utf8` that names line and byte, or
  ///   `file-too-large`.
  public init(name: String, bytes: [UInt8], limit: Int = 4_000_000) throws(DiagnosticError) {
    guard bytes.count <= limit else {
      throw DiagnosticError(
        Diagnostic(
          .fileTooLarge,
          at: .file(name),
          "the file has \(bytes.count) bytes; at most \(limit) are read",
          fixes: ["check that this is the file you meant"]
        )
      )
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let offset = Self.firstInvalidByte(of: bytes, repaired: text) {
      let before = bytes[..<offset]
      let line = before.count { $0 == 0x0A } + 1
      let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      throw DiagnosticError(
        Diagnostic(
          .notUTF8,
          at: .text(
            SourceRange(
              file: name,
              start: SourcePosition(line: line, column: column),
              length: 1,
              line: ""
            )
          ),
          "byte \(offset) isn't UTF-8 (found 0x\(String(bytes[offset], radix: 16)))",
          fixes: ["save the file as UTF-8"]
        )
      )
    }
    self.init(name: name, text: text)
  }

  /// Creates a source from a text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// Returns the place of a range on one line, cut at the line's end.
  public func place(line: Int, column: Int, length: Int) -> Place {
    let text = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    let start = SourcePosition(line: line, column: column)
    return .text(SourceRange(file: name, start: start, length: length, line: text))
  }

  private static func firstInvalidByte(of bytes: [UInt8], repaired: String) -> Int? {
    var offset = 0
    for byte in repaired.utf8 {
      guard offset < bytes.count, bytes[offset] == byte else { return min(offset, bytes.count - 1) }
      offset += 1
    }
    return nil
  }
}
