import FabDiagnostics

/// The text of an instrument's file: decoded, bounded, in lines.
struct InstrumentText: Sendable {
  /// The file as the user named it.
  let name: String
  /// The lines without their ends (LF, CR, or both).
  let lines: [Substring]
  /// How the bytes were decoded.
  let encoding: TextEncoding

  /// The largest file that is read: 64 MB [ours].
  static let sizeLimit = 64_000_000

  /// Decodes bytes: UTF-8, UTF-16 with or without a mark, else Windows 1252, which has °, Å and µ in one byte.
  ///
  /// - Throws: A ``DiagnosticError``: `file-too-large`, `not-utf8`, `corrupt-file` (zero bytes), `malformed-row` (a quote
  ///   that doesn't close).
  init(name: String, bytes: [UInt8]) throws(DiagnosticError) {
    guard bytes.count <= Self.sizeLimit else {
      throw DiagnosticError(
        Diagnostic(
          .fileTooLarge,
          at: .file(name),
          "the file has \(bytes.count) bytes; at most \(Self.sizeLimit) are read",
          fixes: ["check that this is the file you meant"]
        )
      )
    }
    let (encoding, markLength) = TextEncoding.detect(bytes)
    guard let text = encoding.text(of: bytes[markLength...]) else {
      throw DiagnosticError(
        Diagnostic(
          .notUTF8,
          at: .file(name),
          "the file begins as UTF-\(encoding == .utf8 ? "8" : "16") and then breaks its rules",
          fixes: ["copy the file again, or save it as UTF-8"]
        )
      )
    }
    try TextBounds.check(text.utf8, name: name)
    self.name = name
    self.encoding = encoding
    lines = Self.split(text)
  }

  /// Splits at line ends; every one of LF, CR and CR LF ends one line.
  private static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    let units = text.utf8
    var start = units.startIndex
    var index = start
    while index < units.endIndex {
      let byte = units[index]
      let next = units.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(text[start..<index])
        start = next
        if byte == 0x0D, next < units.endIndex, units[next] == 0x0A {
          start = units.index(after: next)
        }
        index = start
      } else {
        index = next
      }
    }
    lines.append(text[start...])
    return lines
  }

  /// Returns a place on a line; long lines aren't quoted.
  func place(line: Int, column: Int = 1, length: Int = 1) -> Place {
    let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    return .text(
      SourceRange(
        file: name,
        start: SourcePosition(line: line, column: column),
        length: length,
        line: text.utf8.count <= 4000 ? String(text) : ""
      )
    )
  }

  /// A message that nothing was measured.
  func nothingMeasured(_ summary: String, fix: String) -> Diagnostic {
    Diagnostic(.noMeasurement, at: .file(name), summary, fixes: [fix])
  }
}
