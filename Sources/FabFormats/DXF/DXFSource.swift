import FabDiagnostics

/// The lines of a DXF file.
struct DXFSource {
  /// The file as the user named it.
  let file: String
  private let lines: [ArraySlice<UInt8>]

  /// Divides the bytes into lines; both line ends are known.
  init(bytes: [UInt8], file: String) {
    self.file = file
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Returns the groups up to EOF.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-format` for binary DXF, `corrupt-file` where a
  ///   code isn't a number, or `truncated-file` where EOF is missing.
  func groups() throws(DiagnosticError) -> [DXFGroup] {
    if text(of: 1).hasPrefix("AutoCAD Binary DXF") {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: .file(file),
          "this is a binary DXF file; only DXF as text is read",
          fixes: ["save it as ASCII DXF (R12 to R2018)"]
        )
      )
    }
    var groups: [DXFGroup] = []
    var number = 1
    while number <= lines.count {
      let codeText = text(of: number)
      guard let code = Int(codeText) else {
        // A last line end leaves an empty line behind.
        if codeText.isEmpty, number >= lines.count { break }
        throw corrupt(line: number, "'\(codeText.prefix(40))' isn't a group code, a whole number")
      }
      guard number < lines.count else { break }
      let value = text(of: number + 1)
      groups.append(DXFGroup(code: code, value: value, line: number + 1))
      if code == 0, value == "EOF" { return groups }
      number += 2
    }
    throw DiagnosticError(
      Diagnostic(
        .truncatedFile,
        at: place(line: max(1, lines.count)),
        "the file ends after \(groups.count) groups without EOF",
        fixes: ["copy or export the file again; its end is missing"]
      )
    )
  }

  /// Returns the place of a line without the blanks before its text.
  func place(line: Int) -> Place {
    guard lines.indices.contains(line - 1) else { return .file(file) }
    let raw = lines[line - 1]
    let indent = raw.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let shown = String(String(decoding: raw.prefix(400), as: UTF8.self).filter { !$0.isNewline })
    return .text(
      SourceRange(
        file: file,
        start: SourcePosition(line: line, column: indent + 1),
        length: max(1, shown.count - indent),
        line: shown
      )
    )
  }

  /// Returns the error that a line is wrong.
  func corrupt(line: Int, _ summary: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .corruptFile,
        at: place(line: line),
        summary,
        fixes: ["check that this is a DXF file, and export it again"]
      )
    )
  }

  private func text(of line: Int) -> String {
    let raw = lines[line - 1]
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let first = raw.firstIndex(where: { !isBlank($0) }) else { return "" }
    let last = raw.lastIndex { !isBlank($0) } ?? first
    return String(decoding: raw[first...last], as: UTF8.self)
  }
}
