import FabDiagnostics
import FabFormats
import Testing

/// Content that can't become areas: each with its code and place.
@Suite struct SVGRefusalTests {
  private func read(_ content: String) throws -> ReadLayout {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm" viewBox="0 0 9 9">
      <g id="AU">
      \(content)
      </g>
      </svg>
      """
    return try SVGReader.read(file: "m.svg", bytes: Array(text.utf8))
  }

  static let contents: [(content: String, code: DiagnosticCode)] = [
    ("<text>A1</text>", .unsupportedContent),
    ("<image href=\"a.png\"/>", .unsupportedContent),
    ("<foreignObject/>", .unsupportedContent),
    ("<switch><g/></switch>", .unsupportedContent),
    ("<script>x</script>", .unsupportedContent),
    ("<animate/>", .unsupportedContent),
    ("<line x2=\"1\"/>", .unsupportedContent),
    ("<g clip-path=\"url(#c)\"/>", .unsupportedContent),
    ("<g style=\"mask: url(#c)\"/>", .unsupportedContent),
    ("<g filter=\"url(#f)\"/>", .unsupportedContent),
    ("<g style=\"transform:scale(2)\"/>", .unsupportedContent),
    ("<g transform-origin=\"1 1\"/>", .unsupportedContent),
    ("<style>.a{display:none}</style>", .unsupportedContent),
    ("<path d=\"M0 0H1V1\"/>", .unsupportedContent),
    ("<polyline points=\"0 0 1 0 1 1\"/>", .unsupportedContent),
    ("<rect width=\"50%\" height=\"1\"/>", .unsupportedContent),
    ("<rect width=\"1em\" height=\"1\"/>", .unsupportedContent),
    ("<svg viewBox=\"0 0 1 1\"><g/></svg>", .unsupportedContent),
    (
      "<svg width=\"1\" height=\"1\" viewBox=\"0 0 1 1\" preserveAspectRatio=\"xMinYMin\"/>",
      .unsupportedContent
    ),
    ("<path d=\"M0 0L1\"/>", .corruptFile),
    ("<path d=\"L0 0\"/>", .corruptFile),
    ("<path d=\"M0 0B1 1\"/>", .corruptFile),
    ("<path d=\"M0 0A1 1 0 2 0 1 1\"/>", .corruptFile),
    ("<path d=\"M0 0L1 NaN\"/>", .corruptFile),
    ("<path d=\"M0 0 5 5é\"/>", .corruptFile),
    ("<rect width=\"-1\" height=\"1\"/>", .corruptFile),
    ("<rect width=\"1x2\" height=\"1\"/>", .corruptFile),
    ("<g transform=\"turn(3)\"/>", .corruptFile),
    ("<g transform=\"rotate(1 2)\"/>", .corruptFile),
    ("<g transform=\"rotate(1\"/>", .corruptFile),
    ("<g fill-rule=\"odd\"/>", .corruptFile),
    ("<polygon points=\"0 0 1\"/>", .corruptFile),
    ("<path d=\"M0 0H1e999V1Z\"/>", .notFinite),
    ("<path d=\"M0 0H3000V1Z\"/>", .coordinateOverflow),
    ("<path d=\"M0 0H1V1Z\" transform=\"scale(1e200) scale(1e200)\"/>", .coordinateOverflow),
    ("<path d=\"M0 0C1e300 1e300 0 1e300 0 1Z\"/>", .coordinateOverflow),
    ("<circle cx=\"2147\" r=\"1\"/>", .coordinateOverflow),
    ("<path d=\"M2147 0A1 1 0 1 1 2147 .1Z\"/>", .coordinateOverflow),
    ("<path d=\"M0 0A3000 3000 0 0 1 1 1Z\"/>", .coordinateOverflow),
    ("<ellipse cx=\"2147\" rx=\"1\" ry=\"2\"/>", .coordinateOverflow),
    ("<g id=\"b\"/><g id=\"b\"/><use href=\"#b\"/>", .duplicateName),
    ("<use href=\"#nothing\"/>", .unknownReference),
    ("<use href=\"other.svg#a\"/>", .unknownReference),
    ("<g id=\"a\"><use href=\"#a\"/></g>", .referenceCycle),
  ]

  @Test(arguments: contents)
  func refuses(content: String, code: DiagnosticCode) {
    let error = #expect(throws: DiagnosticError.self) { try read(content) }
    #expect(error?.diagnostics.map(\.code) == [code])
    #expect(error?.diagnostics.first?.place?.heading.hasPrefix("m.svg:3:") == true)
  }

  @Test func refusesCyclesThroughOtherGroups() {
    let content = "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>"
    let error = #expect(throws: DiagnosticError.self) { try read(content) }
    #expect(error?.diagnostics.first?.code == .referenceCycle)
    #expect(error?.diagnostics.first?.summary.contains("#b -> #a -> #b") == true)
  }

  @Test func refusesBombsOfUses() {
    var content = "<g id=\"a0\"><path d=\"M0 0H1V1Z\"/></g>"
    for level in 1...30 {
      let use = "<use href=\"#a\(level - 1)\"/>"
      content += "<g id=\"a\(level)\" display=\"inline\">\(use)\(use)\(use)\(use)</g>"
    }
    let error = #expect(throws: DiagnosticError.self) {
      try read("<defs>\(content)</defs><use href=\"#a30\"/>")
    }
    #expect(error?.diagnostics.first?.code == .tooManyNodes)
  }

  @Test func refusesChainsOfUses() {
    // Every group uses the next one: no cycle, few elements, but deep.
    let groups = (0..<5000).map { "<g id=\"c\($0)\"><use href=\"#c\($0 + 1)\"/></g>" }
    let error = #expect(throws: DiagnosticError.self) {
      try read("<defs>\(groups.joined())<g id=\"c5000\"/></defs><use href=\"#c0\"/>")
    }
    #expect(error?.diagnostics.map(\.code) == [.tooManyNodes])
  }

  @Test func refusesOtherDocuments() {
    for text in ["<svg/>", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"] {
      let error = #expect(throws: DiagnosticError.self) {
        try SVGReader.read(file: "m.svg", bytes: Array(text.utf8))
      }
      #expect(error?.diagnostics.map(\.code) == [.unknownFormat])
    }
  }

  @Test func reportsEachKindOnce() {
    let error = #expect(throws: DiagnosticError.self) {
      try read(String(repeating: "<text>a</text>", count: 500) + "<image/>")
    }
    #expect(error?.diagnostics.count == 2)
    #expect(error?.diagnostics.first?.summary.contains("in 500 places") == true)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func survivesMutations(seed: UInt64) {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm" viewBox="0 0 9 9"><g id="AU">
      <path fill-rule="evenodd" d="M0 0H5V5H0ZM1 1A1 2 30 0 1 2 2ZM7 7c1 0 1 1 0 1z"/><defs>
      <g id="r"><rect x="1" width="2" height="2" rx=".5"/></g></defs><use href="#r" transform="rotate(9)"/>
      <circle r="2mm"/><polygon points="1 2 3 4 5 1"/></g></svg>
      """
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet = Array("0123456789.-+eE,MLHVCSQTAZz#<>\"/ ".utf8)
    var read = 0
    for _ in 0..<300 {
      var bytes = Array(text.utf8)
      for _ in 0...random(below: 4) {
        let index = random(below: bytes.count)
        let byte = alphabet[random(below: alphabet.count)]
        if random(below: 2) == 0 { bytes[index] = byte } else { bytes.insert(byte, at: index) }
      }
      do {
        _ = try SVGReader.read(file: "m.svg", bytes: bytes)
        read += 1
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.place != nil })
      }
    }
    #expect((1..<300).contains(read))
  }
}
