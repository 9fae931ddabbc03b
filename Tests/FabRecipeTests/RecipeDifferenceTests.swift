import FabDiagnostics
import FabRecipe
import Testing

@Suite struct RecipeDifferenceTests {
  private func recipe(_ changes: [(String, String)] = []) throws -> Recipe {
    var text = try RecipeDiagnosticsTests.source("smallest.yaml").text
    for (original, variant) in changes { text = text.replacing(original, with: variant) }
    return try Recipe.read(SourceText(name: "t.yaml", text: text)).recipe
  }

  private func differences(_ changes: [(String, String)]) throws -> [String] {
    RecipeDifference.between(try recipe(), try recipe(changes))
      .map {
        "\($0.path): \($0.before ?? "nothing") -> \($0.after ?? "nothing")"
      }
  }

  @Test func equalRecipesHaveNone() throws {
    #expect(try differences([]) == [])
    #expect(try differences([("20 nm", "200 Å")]) == [])
  }

  @Test func namesPathAndBothValues() throws {
    #expect(
      try differences([("20 nm", "25 nm"), ("rate: 0.1 Å/s", "rate: 0.2 Å/s")]) == [
        "films.middle.steps.01.deposit.rateAngstromPerS: 0.1 -> 0.2",
        "films.middle.thicknessNm: 20 -> 25",
      ]
    )
  }

  @Test func namesWhatOnlyOneHas() throws {
    #expect(
      try differences([
        ("glass: {role: substrate}", "glass: {role: substrate, formula: SiO2}"),
        ("[bottom, middle, top]", "[top, middle, bottom]"),
      ]) == [
        "components.device.stack: bottom, middle, top -> top, middle, bottom",
        "materials.glass.formula: nothing -> SiO2",
      ]
    )
  }
}
