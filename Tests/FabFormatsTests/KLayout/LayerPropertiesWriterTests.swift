import FabLayout
import FabRecipe
import Testing

@testable import FabFormats

@Suite struct LayerPropertiesWriterTests {
  @Test func namesEveryLayerThatHasShapes() {
    let bytes = LayerPropertiesWriter().file(of: SampleLayouts.rich).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("  <name>") }.map { $0.dropFirst(8).dropLast(7) } == [
        "0/0 FTO", "5/0 AU", "5/1 AU-SHEET", "5/2 AU-REFERENCE", "5/3 AU-REGISTRATION",
        "5/4 AU-MARKING",
      ]
    )
    #expect(lines.contains("  <fill-color>#ccbb44</fill-color>"))
  }

  @Test func givesLevelsDifferentPatterns() {
    let levels = (0..<7)
      .map { LayoutLevel(name: LevelName("M\($0)"), gdsLayer: $0, color: "#000000") }
    let bytes = LayerPropertiesWriter().file(of: Layout(name: "n", levels: levels, cells: [])).bytes
    let patterns = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.contains("dither-pattern") }
    #expect(Set(patterns).count == 7)
  }

  @Test(arguments: [
    ("#00ff00", "#00ff00"), ("<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;"), ("a\u{7}b", "a_b"),
  ])
  func escapesText(text: String, escaped: String) {
    #expect(LayerPropertiesWriter.escaped(text) == escaped)
  }
}
