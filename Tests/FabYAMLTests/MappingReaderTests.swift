import FabDiagnostics
import FabUnits
import FabYAML
import Testing

@Suite struct MappingReaderTests {
  private func read(_ text: String) throws -> (MappingReader, DiagnosticCollector) {
    let collector = DiagnosticCollector()
    let node = try YAMLNode.parse(SourceText(name: "t.yaml", text: text))
    return (try #require(MappingReader(node, of: "a film", collector: collector)), collector)
  }

  @Test func reportsUnknownKeyWithSuggestionOnce() throws {
    let (reader, collector) = try read("thikness: 6 nm\n")
    let thickness: Length? = reader.requiredQuantity("thickness", .positive)
    reader.finish()
    #expect(thickness == nil)
    #expect(collector.diagnostics.map(\.code) == [.unknownKey])
    #expect(
      collector.diagnostics[0].summary == "a film has no key 'thikness'; did you mean 'thickness'?"
    )
    #expect(collector.diagnostics[0].place?.heading == "t.yaml:1:1")
  }

  @Test(arguments: [
    ("a: 250", DiagnosticCode.missingUnit), ("a: 250 s", .wrongDimension),
    ("a: -1 nm", .outOfRange),
    ("a: 0 nm", .outOfRange), ("a: .nan nm", .notFinite), ("a: 3 foo", .unknownUnit),
    ("a: [1]", .wrongKind), ("a:", .wrongKind), ("a: \"1,5 nm\"", .notANumber),
    ("b: 1", .missingKey),
  ])
  func reportsDefectiveLength(text: String, code: DiagnosticCode) throws {
    let (reader, collector) = try read(text)
    let value: Length? = reader.requiredQuantity("a", .positive)
    _ = reader.optionalText("b")
    reader.finish()
    #expect(value == nil)
    #expect(collector.diagnostics.map(\.code) == [code])
  }

  @Test(arguments: [
    ("a: [1\nb: 2", DiagnosticCode.yamlSyntax), ("a: 1\na: 2", .duplicateKey), ("", .yamlSyntax),
    ("a: *b", .yamlSyntax), ("a: \u{1}", .yamlSyntax),
  ])
  func refusesBrokenDocuments(text: String, code: DiagnosticCode) {
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLNode.parse(SourceText(name: "t.yaml", text: text))
    }
    #expect(error?.diagnostics.map(\.code) == [code])
  }

  @Test func refusesAliasBombs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLNode.parse(SourceText(name: "bomb.yaml", text: text))
    }
    #expect(error?.diagnostics.map(\.code) == [.tooManyNodes])
  }
}
