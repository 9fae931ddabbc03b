import FabXML
import Testing

@Suite struct XMLWriterTests {
  @Test func writesIndentedUTF8WithEscapes() {
    let writer = XMLWriter()
    writer.element("a", ["k": "<&\"µ'>"]) {
      writer.element("b", text: "x < y & z")
      writer.element("c")
    }
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a k="&lt;&amp;&quot;µ'&gt;">
          <b>x &lt; y &amp; z</b>
          <c/>
        </a>

        """
    )
  }

  @Test func replacesWhatXMLCannotCarry() throws {
    let writer = XMLWriter()
    writer.element("a", ["k": "x\u{1}y\u{FFFE}z"], text: "t\u{0}u\u{1F}")
    let root = try XMLDocument.parse(file: "w.xml", bytes: writer.finish()).root
    #expect(root.attribute("k") == "x\u{FFFD}y\u{FFFD}z")
    #expect(root.text == "t\u{FFFD}u\u{FFFD}")
  }

  @Test func keepsLineFeedsAndTabsOfAttributes() throws {
    let writer = XMLWriter()
    writer.element("a", ["k": "x\n\ty\r"])
    let root = try XMLDocument.parse(file: "w.xml", bytes: writer.finish()).root
    #expect(root.attribute("k") == "x\n\ty\r")
  }

  @Test func refusesNamesThatArentNames() async {
    await #expect(processExitsWith: .failure) { XMLWriter().element("a b") }
    await #expect(processExitsWith: .failure) { XMLWriter().element("a", ["1": ""]) }
    await #expect(processExitsWith: .failure) { XMLWriter().element("a", ["k": "", "k": ""]) }
  }
}
