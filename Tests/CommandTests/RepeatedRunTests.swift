import Foundation
import Testing

/// The same input gives the same bytes: again, elsewhere, under other settings, and as committed.
@Suite struct RepeatedRunTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// Says in which files two folders differ.
  private func difference(_ folder: String, _ other: String) throws -> [String] {
    let files = FileManager.default
    let names = try Set(files.contentsOfDirectory(atPath: folder))
      .union(files.contentsOfDirectory(atPath: other))
    return names.sorted()
      .filter { !files.contentsEqual(atPath: "\(folder)/\($0)", andPath: "\(other)/\($0)") }
  }

  @Test func committedMasksAreWhatTheToolMakes() throws {
    try work.tool("layout", "--wafer", "4in", "--out", "X").expect(0)
    let files = try difference("\(work.path)/X", Checkout.masks)
    #expect(
      files.isEmpty,
      """
      \(files.joined(separator: ", ")) differ from Masks/wafer-4in-101. See where with \
      'pcu-fab mask diff', and accept with: pcu-fab layout --wafer 4in
      """
    )
  }

  @Test(arguments: [
    ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"],
    ["LC_ALL": "C", "TZ": "America/New_York"], ["LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"],
  ])
  func settingsOfTheMachineDoNotCount(environment: [String: String]) throws {
    try work.makeFolder("another/place")
    var tool = RunTool(folder: work.path + "/another/place")
    tool.environment = environment
    try tool("layout", "--wafer", "4in", "--out", "deep/masks").expect(0)
    let folder = work.path + "/another/place/deep/masks"
    #expect(try difference(folder, Checkout.masks).isEmpty)
  }

  @Test func aSecondRunReplacesItsOwnMasks() throws {
    try work.tool("layout", "--out", "X", "--formats", "svg").expect(0)
    try work.tool("layout", "--out", "X", "--formats", "gds").expect(0)
    #expect(work.names() == ["X"])
    #expect(work.names("X").allSatisfy { !$0.hasSuffix(".svg") })
    try work.tool("layout", "--out", "X/").expect(0)
    #expect(try difference(work.path + "/X", Checkout.masks).isEmpty)
  }

  @Test func recipeHashIgnoresSpelling() throws {
    let text = try Checkout.text("Recipes/pcu-mapbi3.yaml")
    #expect(text.contains("{value: 0.1 Å/s") && text.contains("250 nm"))
    let other = text.replacing("{value: 0.1 Å/s", with: "{value: 0.10 A/s")
      .replacing("{value: 250 nm", with: "{value: 0.25 um")
    try work.write("# another comment\n" + other, to: "other.yaml")
    let result = try work.tool("recipe", "diff", Checkout.recipe, "other.yaml")
    result.expect(0)
    #expect(result.output.hasPrefix("the recipes mean the same"))
  }
}
