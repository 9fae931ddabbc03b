import FabTasks
import Testing

@Suite struct FunctionalProgramTests {
  /// Three objects in a row: a red disc, a red square, a blue disc.
  private struct Row: ProgramScene {
    let words = [["red", "disc"], ["red", "square"], ["blue", "disc"]]
    var objectCount: Int { 3 }
    func word(of object: Int, attribute: String) -> String? {
      ["color", "shape"].firstIndex(of: attribute).map { words[object][$0] }
    }
    func objects(_ relation: String, of object: Int) -> [Int]? {
      switch relation {
      case "left": Array(0..<object)
      case "right": Array((object + 1)..<3)
      default: nil
      }
    }
  }

  private func answer(_ steps: [ProgramStep]) -> Result<String, ProgramError> {
    do throws(ProgramError) {
      return .success(try FunctionalProgram(steps: steps).answer(about: Row()))
    } catch {
      return .failure(error)
    }
  }

  private func step(
    _ name: String,
    _ inputs: [Int] = [],
    _ values: [String] = []
  ) throws -> ProgramStep {
    ProgramStep(
      function: try #require(ProgramFunction(name: name)),
      inputs: inputs,
      values: values
    )
  }

  @Test func everyFunctionDoesWhatItsNameSays() throws {
    let all = try step("scene")
    let red = try step("filter_color", [0], ["red"])
    let disc = try step("filter_shape", [0], ["disc"])
    let blue = [all, try step("filter_color", [0], ["blue"]), try step("unique", [1])]
    #expect(try answer([all, red, step("count", [1])]) == .success("2"))
    #expect(try answer([all, red, step("exist", [1])]) == .success("yes"))
    #expect(try answer(blue + [step("query_shape", [2])]) == .success("disc"))
    #expect(
      try answer(blue + [step("relate", [2], ["left"]), step("count", [3])]) == .success("2")
    )
    #expect(try answer(blue + [step("same_shape", [2]), step("count", [3])]) == .success("1"))
    #expect(
      try answer([all, red, disc, step("union", [1, 2]), step("count", [3])]) == .success("3")
    )
    #expect(
      try answer([all, red, disc, step("intersect", [1, 2]), step("count", [3])]) == .success("1")
    )
    let counts = [all, red, try step("count", [1]), disc, try step("count", [3])]
    #expect(try answer(counts + [step("equal_integer", [2, 4])]) == .success("yes"))
    #expect(try answer(counts + [step("less_than", [2, 4])]) == .success("no"))
    let more = counts + [try step("count", [0])]
    #expect(try answer(more + [step("greater_than", [5, 2])]) == .success("yes"))
    let word = blue + [try step("query_shape", [2])]
    #expect(try answer(word + [step("equal_shape", [3, 3])]) == .success("yes"))
    #expect(
      try answer(word + [step("query_color", [2]), step("equal_shape", [3, 4])]) == .success("no")
    )
  }

  @Test func brokenProgramsNameTheStep() throws {
    let all = try step("scene")
    func reason(_ steps: [ProgramStep]) -> ProgramError? {
      if case .failure(let error) = answer(steps) { error } else { nil }
    }
    #expect(reason([]) == ProgramError(step: 0, reason: .noAnswer))
    #expect(reason([all]) == ProgramError(step: 0, reason: .noAnswer))
    #expect(try reason([all, step("unique", [0])]) == ProgramError(step: 1, reason: .notUnique(3)))
    #expect(try reason([all, step("count", [1])]) == ProgramError(step: 1, reason: .arguments))
    #expect(try reason([all, step("count", [-1])]) == ProgramError(step: 1, reason: .arguments))
    #expect(try reason([all, step("count")]) == ProgramError(step: 1, reason: .arguments))
    #expect(
      try reason([all, step("filter_color", [0])]) == ProgramError(step: 1, reason: .arguments)
    )
    #expect(
      try reason([all, step("query_color", [0])]) == ProgramError(step: 1, reason: .wrongKind)
    )
    let one = [all, try step("filter_color", [0], ["blue"]), try step("unique", [1])]
    #expect(
      try reason(one + [step("relate", [2], ["behind"])])
        == ProgramError(step: 3, reason: .unknownWord("behind"))
    )
    #expect(
      try reason(one + [step("query_size", [2])])
        == ProgramError(step: 3, reason: .unknownWord("size"))
    )
  }

  @Test func namesAreThoseOfCLEVR() {
    #expect(ProgramFunction.all.count == 26)
    for function in ProgramFunction.all {
      #expect(ProgramFunction(name: function.name) == function)
    }
    #expect(ProgramFunction(name: "filter_count") == nil)
  }
}
