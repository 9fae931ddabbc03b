import FabDiagnostics
import Testing

@Suite struct TextRendererTests {
  @Test func showsExcerptWithCaret() {
    let source = SourceText(name: "r.yaml", text: "a: 1\n  deposit spiro-tbt\n")
    let diagnostic = Diagnostic(
      .unknownMaterial,
      at: source.place(line: 2, column: 11, length: 9),
      "no material 'spiro-tbt'; did you mean 'spiro-ttb'?",
      notes: [.init(at: .file("m.yaml"), "'spiro-ttb' is declared here")],
      fixes: ["declare it under 'materials'"]
    )
    #expect(
      TextRenderer(usesColor: false).text(for: diagnostic) == """
        r.yaml:2:11: error: no material 'spiro-tbt'; did you mean 'spiro-ttb'? [unknown-material]
        2 |   deposit spiro-tbt
          |           ^^^^^^^^^
           note: m.yaml: 'spiro-ttb' is declared here
           fix: declare it under 'materials'

        """
    )
  }

  @Test func cutsLongLines() {
    let source = SourceText(name: "r", text: String(repeating: "x", count: 5000))
    let diagnostic = Diagnostic(
      .yamlSyntax,
      at: source.place(line: 1, column: 4000, length: 9),
      "no"
    )
    let longest = TextRenderer(usesColor: false).text(for: diagnostic).split(separator: "\n")
      .map(\.count).max()
    #expect(longest ?? 0 < 110)
  }

  @Test func refusesBytesThatAreNotUTF8() throws {
    let bytes: [UInt8] = Array("ab\ncd".utf8) + [0xFF, 0x61]
    let error = #expect(throws: DiagnosticError.self) { try SourceText(name: "f", bytes: bytes) }
    #expect(error?.diagnostics.first?.place?.heading == "f:2:3")
  }

  @Test func refusesLargeFiles() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try SourceText(name: "f", bytes: Array(repeating: 0x20, count: 11), limit: 10)
    }
    #expect(error?.diagnostics.first?.code == .fileTooLarge)
  }
}
