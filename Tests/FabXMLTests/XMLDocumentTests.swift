import FabDiagnostics
import FabXML
import Testing

@Suite struct XMLDocumentTests {
  private func parse(_ text: String) throws(DiagnosticError) -> XMLDocument {
    try XMLDocument.parse(file: "t.svg", bytes: Array(text.utf8))
  }

  @Test func readsNamesNamespacesAttributesAndText() throws {
    let root = try parse(
      """
      <s:a xmlns:s="urn:s" xmlns="urn:d" s:k="1" k="2">one<b>in</b><![CDATA[ <two>]]>&#181;</s:a>
      """
    )
    .root
    #expect(root.name == "a" && root.namespace == "urn:s")
    #expect(root.attribute("k", namespace: "urn:s") == "1")
    #expect(root.attribute("k") == "2")
    #expect(root.text == "one <two>µ")
    #expect(root.children.map(\.name) == ["b"] && root.children[0].namespace == "urn:d")
    #expect(root.children[0].text == "in")
  }

  @Test func knowsWhereEachElementBegins() throws {
    let document = try parse(
      """
      <?xml version="1.0"?>
      <!-- <no> --><a
        k="<x>"
      ><?pi <no>?><![CDATA[<no>]]>µ<b/>
        <c></c>
      </a>
      """
      .replacing("\"<x>\"", with: "\"x>\"")
    )
    #expect(document.place(of: document.root).heading == "t.svg:2:14")
    #expect(
      document.root.children.map { document.place(of: $0).heading } == [
        "t.svg:4:30", "t.svg:5:3",
      ]
    )
  }

  static let refused: [(text: String, code: DiagnosticCode, heading: String)] = [
    ("<!DOCTYPE a><a/>", .refusedXML, "t.svg:1:1"),
    (
      "<?xml version=\"1.0\"?>\n <!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", .refusedXML,
      "t.svg:2:2"
    ),
    (
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", .refusedXML,
      "t.svg:1:1"
    ),
    (
      "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>", .refusedXML,
      "t.svg:1:1"
    ),
    ("<a>&x;</a>", .corruptFile, "t.svg:1:7"),
    ("<a><b></a></a>", .corruptFile, "t.svg:1:11"),
    ("<a k=\"1\" k=\"2\"/>", .corruptFile, "t.svg:1:15"),
    ("<a", .truncatedFile, "t.svg:1:3"),
    ("<a>\n<b/>", .truncatedFile, "t.svg:2:5"),
    ("", .truncatedFile, "t.svg"),
    ("just text", .truncatedFile, "t.svg:1:1"),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .notUTF8, "t.svg:1:1"),
    (
      String(repeating: "<a>", count: 400) + String(repeating: "</a>", count: 400), .corruptFile,
      "t.svg:1:772"
    ),
  ]

  @Test(arguments: refused)
  func refuses(text: String, code: DiagnosticCode, heading: String) {
    let error = #expect(throws: DiagnosticError.self) { try parse(text) }
    #expect(error?.diagnostics.map(\.code) == [code])
    #expect(error?.diagnostics.first?.place?.heading == heading)
  }

  @Test func refusesOtherEncodingsAndLargeFiles() {
    let latin = #expect(throws: DiagnosticError.self) {
      try XMLDocument.parse(file: "l.svg", bytes: Array("<a>".utf8) + [0xE9] + Array("</a>".utf8))
    }
    #expect(latin?.diagnostics.first?.code == .notUTF8)
    #expect(latin?.diagnostics.first?.place?.heading == "l.svg:1:4")
    let large = #expect(throws: DiagnosticError.self) {
      try XMLDocument.parse(file: "l.svg", bytes: Array("<a></a>".utf8), sizeLimit: 6)
    }
    #expect(large?.diagnostics.first?.code == .fileTooLarge)
  }

  @Test func leavesADoctypeInCommentsAlone() throws {
    #expect(try parse("<!-- <!DOCTYPE a> --><a/>").root.name == "a")
  }

  @Test func readsInParallel() async throws {
    let text = "<a>" + String(repeating: "<b k=\"1\">µ</b>", count: 2000) + "</a>"
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try XMLDocument.parse(file: "p.xml", bytes: Array(text.utf8)).root.children.count
        }
      }
      for try await count in group { #expect(count == 2000) }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func survivesMutations(seed: UInt64) {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="10mm"><!-- c --><g id="a"><path d="M0 0"/>
      <![CDATA[x]]>&#181;µ</g><?p q?></svg>
      """
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet = Array("<>&!-[]\"'=/ ax\u{0}".utf8) + [0xC2, 0xFF]
    var read = 0
    for _ in 0..<500 {
      var bytes = Array(text.utf8)
      for _ in 0...random(below: 3) {
        let index = random(below: bytes.count)
        switch random(below: 3) {
        case 0: bytes[index] = alphabet[random(below: alphabet.count)]
        case 1: bytes.insert(alphabet[random(below: alphabet.count)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random(below: 9)))
        }
      }
      do {
        let document = try XMLDocument.parse(file: "m.svg", bytes: bytes)
        read += 1
        // Every element was found where a start tag is.
        func check(_ element: XMLElement) {
          #expect(bytes[element.offset] == UInt8(ascii: "<"))
          let tag = bytes[(element.offset + 1)...].prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
          #expect(String(decoding: tag, as: UTF8.self).hasSuffix(element.name))
          for child in element.children { check(child) }
        }
        check(document.root)
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.place != nil })
      }
    }
    // The mutations must reach both outcomes.
    #expect((1..<500).contains(read))
  }
}
