import Foundation
import Testing

/// Recipes with one defect each, through the commands that read recipes.
@Suite struct BadRecipeTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// One file a code, shared with the tests of the reader.
  static let codes = Fixture.codes(in: Checkout.path("Tests/FabRecipeTests/Fixtures/bad"))

  /// The codes of warnings: the recipe can be read, and says what isn't justified.
  private static let warnings: Set = [
    "hotter-than-film-bears", "solvent-attacks-film", "vacuum-break", "rate-outside-source",
    "useless-justification",
  ]

  @Test(arguments: codes) func validateNamesThePlace(code: String) throws {
    let name = "\(code).yaml"
    try FileManager.default.copyItem(
      atPath: Checkout.path("Tests/FabRecipeTests/Fixtures/bad/\(name)"),
      toPath: "\(work.path)/\(name)"
    )
    let result = try work.tool("recipe", "validate", name)
    result.expect(1)
    let isWarning = Self.warnings.contains(code)
    // A defective recipe has no report; one with warnings has.
    #expect(result.output.isEmpty != isWarning)
    result.expectMessage(isWarning ? "warning" : "error", code: code, file: name)

    let layout = try work.tool("layout", "--recipe", name, "--out", "X")
    layout.expect(2)
    #expect(layout.output == "")
    // What only warns isn't told where the PCU finds no memristor in so small a recipe.
    layout.expectMessage("error", code: isWarning ? "missing-role" : code, file: name)
    #expect(work.names() == [name])
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    try work.write(Data(repeating: 0x23, count: 50_000_000), to: "huge.yaml")
    for arguments in [
      ["recipe", "validate", "huge.yaml"], ["layout", "--recipe", "huge.yaml", "--out", "X"],
      ["layout", "--floor-plan", "huge.yaml", "--out", "X"],
    ] {
      try work.tool(arguments)
        .expectRefusal(
          2,
          "huge.yaml: error: the file has 50000000 bytes; at most 4000000 are read [file-too-large]",
          "fix: check that this is the file you meant"
        )
    }
    #expect(work.names() == ["huge.yaml"])
  }

  @Test func aBombOfAliasesIsRefusedSoon() throws {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    try work.write(lines.joined(separator: "\n") + "\n", to: "bomb.yaml")
    var tool = work.tool
    tool.seconds = 10
    try tool("recipe", "validate", "bomb.yaml").expectRefusal(1, "bomb.yaml:", "[too-many-nodes]")
    try tool("layout", "--floor-plan", "bomb.yaml", "--out", "X")
      .expectRefusal(2, "bomb.yaml:", "[too-many-nodes]")
  }

  @Test(arguments: [
    "", "\n\n", "[]", "- a\n- b\n", "just text", "\u{FEFF}", "? ", "a: &a [*a]\n",
    "%YAML 9.9\n---\n",
  ])
  func textThatIsNoRecipeIsRefused(text: String) throws {
    try work.write(text, to: "odd.yaml")
    for (arguments, status) in [
      (["recipe", "validate", "odd.yaml"], 1),
      (["layout", "--floor-plan", "odd.yaml", "--out", "X"], 2),
    ] as [([String], Int32)] {
      let result = try work.tool(arguments)
      result.expectRefusal(status, "odd.yaml")
      #expect(result.error.contains(/odd\.yaml(:[0-9]+:[0-9]+)?: error: .*\[[a-z0-9-]+\]/))
    }
    #expect(work.names() == ["odd.yaml"])
  }

  @Test func deepNestingIsRefused() throws {
    try work.write(String(repeating: "[", count: 100_000), to: "deep.yaml")
    try work.tool("recipe", "validate", "deep.yaml").expectRefusal(1, "deep.yaml:")
  }

  @Test func allDefectsAreToldAtOnce() throws {
    let text = try Checkout.text("Recipes/pcu-mapbi3.yaml")
    let bad = text.replacing("{value: 250 nm", with: "{value: 250 s")
      .replacing("role: absorber", with: "role: absorbr")
    try work.write(bad, to: "two.yaml")
    let result = try work.tool("recipe", "validate", "two.yaml")
    result.expectRefusal(1, "[wrong-dimension]", "[unknown-choice]", "did you mean 'absorber'?")
  }
}
