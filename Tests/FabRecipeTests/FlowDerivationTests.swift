import FabDiagnostics
import FabRecipe
import Testing

@Suite struct FlowDerivationTests {
  /// Builds a recipe of gold films (names in capitals) and others, with the given stacks.
  private func read(
    films: [String],
    stacks: [String: [String]],
    extra: [String: String] = [:]
  ) throws -> Recipe {
    var text = """
      format: pcu-fab recipe 1
      name: t
      title: t
      materials:
        glass: {role: substrate}
        gold: {role: conductor}
        c60: {role: electron-transport}
      substrate: {material: glass}
      films:

      """
    for film in films {
      let material = film.first?.isUppercase == true ? "gold" : "c60"
      text += "  \(film):\n    material: \(material)\n    thickness: 5 nm\n"
      text += extra[film].map { "    \($0)\n" } ?? ""
      text += "    steps: [{deposit: {technique: sputtering, rate: 1 Å/s}}]\n"
    }
    text += "components:\n"
    for (name, stack) in stacks.sorted(by: { $0.key < $1.key }) {
      text += "  \(name): {kind: device, stack: [\(stack.joined(separator: ", "))]}\n"
    }
    return try Recipe.read(SourceText(name: "t.yaml", text: text)).recipe
  }

  @Test func everyOrderOfDeclarationGivesTheSameFlow() throws {
    let stacks = ["p": ["A", "m", "B"], "q": ["A", "k", "B"], "r": ["A", "k", "m", "C"]]
    let flows = try [
      ["A", "B", "C", "k", "m"], ["m", "k", "C", "B", "A"], ["k", "C", "A", "m", "B"],
    ]
    .map { try read(films: $0, stacks: stacks).flow }
    #expect(flows[0].films.map(\.text) == ["A", "k", "m", "B", "C"])
    #expect(Set(flows).count == 1)
  }

  @Test func everyStackIsInOrderInTheFlow() throws {
    let recipe = try RecipeFiles.shippedRecipe("pcu-mapbi3")
    for component in recipe.components {
      #expect(recipe.flow.films.filter { component.films.contains($0) } == component.films)
    }
  }

  @Test(arguments: [
    ("before: [k]", ["A", "m", "C", "k", "B"]), ("before: [B]", ["A", "k", "m", "B", "C"]),
    ("after: [B]", ["A", "k", "B", "m", "C"]),
  ])
  func declaredOrderDecidesWhatStacksLeaveOpen(extra: String, order: [String]) throws {
    let recipe = try read(
      films: ["A", "B", "C", "k", "m"],
      stacks: ["p": ["A", "k", "B"], "q": ["A", "m", "C"]],
      extra: ["m": extra]
    )
    #expect(recipe.flow.films.map(\.text) == order)
  }

  @Test func circleOfThreeStacksNamesAllThree() {
    let error = #expect(throws: DiagnosticError.self) {
      try read(
        films: ["A", "B", "C", "k"],
        stacks: ["p": ["A", "k", "B"], "q": ["B", "k", "C"], "r": ["C", "A"]]
      )
    }
    // p has k before B, q has B before k: the shortest contradiction is theirs.
    #expect(
      error?.diagnostics.map(\.summary) == [
        "no order of deposition satisfies the stack of 'q' and the stack of 'p': "
          + "'B' before 'k' before 'B'"
      ]
    )
    let longer = #expect(throws: DiagnosticError.self) {
      try read(
        films: ["A", "B", "C"],
        stacks: ["p": ["A", "B"], "q": ["B", "C"], "r": ["C", "A"]]
      )
    }
    #expect(
      longer?.diagnostics.map(\.summary) == [
        "no order of deposition satisfies the stack of 'p' and the stack of 'q' and the stack of 'r': "
          + "'A' before 'B' before 'C' before 'A'"
      ]
    )
  }

  @Test func declaredOrderThatAStackForbidsIsRefused() {
    let error = #expect(throws: DiagnosticError.self) {
      try read(
        films: ["A", "B", "k"],
        stacks: ["p": ["A", "k", "B"]],
        extra: ["k": "before: [A]"]
      )
    }
    #expect(error?.diagnostics.map(\.code) == [.contradictoryStacks])
    #expect(
      error?.diagnostics.first?.summary.contains("the stack of 'p' and the film 'k'") == true
    )
  }

  @Test func electrodesOfOneDeviceNeverShareASheet() throws {
    let flow = try read(films: ["A", "B", "k", "m"], stacks: ["p": ["A", "k", "m", "B"]]).flow
    #expect(flow.levels.map { $0.films.map(\.text) } == [["A"], ["k", "m"], ["B"]])
    #expect(flow.levels.map(\.name.text) == ["A", "K", "B"])
  }

  @Test func metalsOnEachOtherShareASheet() throws {
    let flow = try read(films: ["A", "B", "C", "k"], stacks: ["p": ["A", "k", "B", "C"]]).flow
    #expect(flow.levels.map { $0.films.map(\.text) } == [["A"], ["k"], ["B", "C"]])
  }
}
