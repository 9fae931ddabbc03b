import Foundation
import Testing

/// `pcu-fab recipe …` on good input.
@Suite struct RecipeOutputTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func list(_ object: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(object[key] as? [[String: Any]])
  }

  private func number(_ object: [String: Any], _ key: String) -> Double? {
    (object[key] as? NSNumber)?.doubleValue
  }

  @Test(arguments: ["show", "flow", "schedule", "materials", "section"])
  func everyReportComesAsTextAndAsJSON(command: String) throws {
    let text = try work.tool("recipe", command)
    text.expect(0)
    #expect(text.output.hasSuffix("\n"))
    #expect(!text.output.isEmpty)
    let json = try work.tool("recipe", command, "--json")
    json.expect(0)
    #expect(try !json.object().isEmpty)
    #expect(work.names().isEmpty)
  }

  @Test(arguments: ["pcu-mapbi3", "pin-diode"]) func shippedRecipesAreValid(name: String) throws {
    let path = Checkout.path("Recipes/\(name).yaml")
    let result = try work.tool("recipe", "validate", path)
    #expect(result.end == .exit(0))
    #expect(result.output.contains("\(name) is valid"))
    #expect(result.output.contains("\n0 warnings, "))
    let report = try work.tool("recipe", "validate", path, "--json").object()
    #expect(Set(report.keys).isSuperset(of: ["justified", "warnings", "figuresWithoutSource"]))
  }

  @Test func theHotConversionPassesWithItsJustification() throws {
    let result = try work.tool("recipe", "validate")
    #expect(result.end == .exit(0))
    #expect(result.error.contains("'pvk/convert' reaches 180 °C"))
    #expect(result.error.contains("note: justified: the paper converts at 180 °C"))
  }

  @Test func scheduleHasTheTimesOfThePaper() throws {
    let report = try work.tool("recipe", "schedule", "--json").object()
    let steps = Dictionary(
      try list(report, "steps").map { ($0["step"] as? String ?? "", $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let seconds = [
      "htl/deposit": 600.0, "pvk/deposit": 2500, "c60/deposit": 2300, "bcp/deposit": 1000,
    ]
    for (step, expected) in seconds {
      #expect(number(steps[step] ?? [:], "durationS") == expected, "\(step)")
    }
    // Nobody states how long the conversion takes: it's missing, not zero.
    #expect(steps["pvk/convert"]?["durationS"] == nil)
    #expect((report["missing"] as? [String])?.contains("pvk/convert") == true)
  }

  @Test func materialsHaveTheMassesOfTheWafer() throws {
    let report = try work.tool("recipe", "materials", "--wafer", "4in", "--json").object()
    let films = try list(report, "films")
    func mass(_ material: String) -> Double? {
      films.first { $0["material"] as? String == material }.flatMap { number($0, "unmaskedMassMg") }
    }
    #expect(abs(try #require(mass("pbi2")) - 12.095) < 0.0005)
    #expect(abs(try #require(mass("mai")) - 4.17) < 0.005)
    let text = try work.tool("recipe", "materials", "--wafer", "4in").output
    #expect(text.contains("12.095"))
    #expect(text.contains("4.171"))
  }

  @Test func materialsOfAWaferWithoutFloorPlanSayWhatIsMissing() throws {
    let result = try work.tool("recipe", "materials", "--wafer", "6in")
    #expect(result.end == .exit(0))
    #expect(result.output.contains("176.715 cm2"))
    #expect(result.error.contains("warning: masses through masks aren't computed"))
  }

  @Test func flowNamesFilmsLevelsAndComponents() throws {
    let report = try work.tool("recipe", "flow", "--json").object()
    let levels = try list(report, "levels")
    #expect(
      levels.map { $0["name"] as? String } == ["FTO", "INS", "HTL", "PVK", "ETL", "AU", "AG"]
    )
    #expect(levels[4]["films"] as? [String] == ["c60", "bcp"])
    #expect(try list(report, "components").count == 5)
  }

  @Test func sectionIsDrawnAfterConversion() throws {
    let result = try work.tool("recipe", "section")
    result.expect(0)
    #expect(result.output.hasPrefix("<?xml"))
    #expect(result.output.contains("495 nm"))
    let file = try work.tool("recipe", "section", "--out", "section.svg")
    file.expect(0)
    #expect(file.output == "wrote section.svg\n")
    #expect(try work.bytes("section.svg") == result.outputBytes)
    let again = try work.tool("recipe", "section", "--out", "section.svg")
    again.expectRefusal(2, "section.svg: error: the file exists [foreign-output]", "--force")
    try work.tool("recipe", "section", "--out", "section.svg", "--force").expect(0)
    #expect(work.names() == ["section.svg"])
  }

  @Test func differencesAreFindings() throws {
    let text = try Checkout.text("Recipes/pcu-mapbi3.yaml")
    try work.write(text.replacing("250 nm", with: "260 nm"), to: "thick.yaml")
    let result = try work.tool("recipe", "diff", Checkout.recipe, "thick.yaml")
    result.expect(1)
    #expect(
      result.output == """
        - \(Checkout.recipe)
        + thick.yaml

        films.pvk.thicknessNm.value
          - 250
          + 260

        """
    )
    let json = try work.tool("recipe", "diff", Checkout.recipe, "thick.yaml", "--json")
    json.expect(1)
    let entries = try json.list()
    #expect(entries.count == 1)
    #expect(Set(entries.flatMap(\.keys)) == ["path", "before", "after"])
  }
}
