import FabDiagnostics
import FabRecipe
import FabUnits
import Foundation
import Testing

@Suite struct CanonicalFormTests {
  private static func canonical(_ text: String) throws -> String {
    let recipe = try Recipe.read(SourceText(name: "t.yaml", text: text)).recipe
    return String(decoding: recipe.canonicalJSON(), as: UTF8.self)
  }

  private static func smallest() throws -> String {
    try RecipeDiagnosticsTests.source("smallest.yaml").text
  }

  @Test func writesKeysSortedWithUnitsAndExactDecimals() throws {
    #expect(
      try Self.canonical(Self.smallest()) == #"{"components":{"device":{"kind":"device","stack":"#
        + #"["bottom","middle","top"]}},"films":{"bottom":{"material":"gold","method":"shadow-mask","#
        + #""steps":[{"deposit":{"rateAngstromPerS":1,"surroundings":"deposition-vacuum","#
        + #""technique":"thermal-evaporation"}}],"thicknessNm":80},"middle":{"material":"c60","#
        + #""method":"shadow-mask","steps":[{"deposit":{"rateAngstromPerS":0.1,"#
        + #""surroundings":"deposition-vacuum","technique":"thermal-evaporation"}}],"#
        + #""thicknessNm":20},"top":{"material":"gold","method":"shadow-mask","steps":"#
        + #"[{"deposit":{"rateAngstromPerS":1,"surroundings":"deposition-vacuum","#
        + #""technique":"thermal-evaporation"}}],"thicknessNm":80}},"format":"pcu-fab recipe 1","#
        + #""maskLevels":{},"materials":{"c60":{"role":"electron-transport"},"glass":"#
        + #"{"role":"substrate"},"gold":{"role":"conductor"}},"name":"smallest","#
        + #""substrate":{"material":"glass","steps":[]},"title":"One film between two metals"}"#
    )
  }

  @Test(arguments: [
    ("thickness: 20 nm", "thickness: 200 Å"), ("thickness: 20 nm", "thickness: 0.02 µm"),
    ("thickness: 20 nm", "thickness: {value: 2e-5 mm}"), ("rate: 0.1 Å/s", "rate: 0.1 A/s"),
    ("rate: 0.1 Å/s", "rate: 0.01 nm/s"), ("rate: 0.1 Å/s", "rate: 0.6 nm/min"),
    ("title: One", "# a remark\ntitle:   One"), ("{role: substrate}", "\n    role: substrate"),
  ])
  func spellingDoesNotMatter(original: String, variant: String) throws {
    let text = try Self.smallest()
    let changed = text.replacing(original, with: variant)
    #expect(changed != text)
    #expect(try Self.canonical(changed) == Self.canonical(text))
  }

  @Test(arguments: [
    ("thickness: 20 nm", "thickness: 20.000001 nm"), ("rate: 0.1 Å/s", "rate: 0.2 Å/s"),
    ("thickness: 20 nm", "thickness: {value: 20 nm, source: ours}"),
    ("thickness: 20 nm", "thickness: {value: unspecified, assumed: 20 nm, because: ours}"),
    ("kind: device", "kind: diode"), ("title: One", "title: A"),
  ])
  func meaningDoesMatter(original: String, variant: String) throws {
    let text = try Self.smallest()
    let changed = text.replacing(original, with: variant)
    #expect(changed != text)
    #expect(try Self.canonical(changed) != Self.canonical(text))
  }

  @Test(arguments: RecipeFiles.shipped) func keyOrderDoesNotMatter(name: String) throws {
    let source = try RecipeFiles.source(name)
    let expected = try Self.canonical(source.text)
    // Whole sections, then the entries of each section, in the opposite order.
    let sections = blocks(of: source.text.split(separator: "\n").map(String.init), indent: 0)
    let turned = sections.reversed()
      .flatMap { section in
        [section[0]] + blocks(of: Array(section.dropFirst()), indent: 2).reversed().flatMap { $0 }
      }
    let text = turned.joined(separator: "\n") + "\n"
    #expect(text != source.text)
    #expect(try Self.canonical(text) == expected)
  }

  @Test(arguments: RecipeFiles.shipped) func flowDoesNotDependOnKeyOrder(name: String) throws {
    let source = try RecipeFiles.source(name)
    let sections = blocks(of: source.text.split(separator: "\n").map(String.init), indent: 0)
    let text = sections.reversed().flatMap { $0 }.joined(separator: "\n")
    let turned = try Recipe.read(SourceText(name: "t.yaml", text: text)).recipe
    #expect(turned.flow == (try Recipe.read(source).recipe.flow))
  }

  @Test(arguments: RecipeFiles.shipped) func everyShippedFigureHasItsSource(name: String) throws {
    #expect(try RecipeFiles.shippedRecipe(name).figuresWithoutSource == [])
  }

  @Test func namesFiguresWithoutSource() throws {
    let recipe = try Recipe.read(SourceText(name: "t.yaml", text: Self.smallest())).recipe
    #expect(
      recipe.figuresWithoutSource == [
        "films.bottom.steps.1.deposit.rateAngstromPerS", "films.bottom.thicknessNm",
        "films.middle.steps.1.deposit.rateAngstromPerS", "films.middle.thicknessNm",
        "films.top.steps.1.deposit.rateAngstromPerS", "films.top.thicknessNm",
      ]
    )
  }

  /// Splits lines at those that begin an entry of an indent, comments dropped.
  private func blocks(of lines: [String], indent: Int) -> [[String]] {
    var blocks: [[String]] = []
    for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("#") {
      let isStart =
        line.prefix { $0 == " " }.count == indent && !line.dropFirst(indent).hasPrefix("-")
      if isStart || blocks.isEmpty {
        blocks.append([line])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }
}
