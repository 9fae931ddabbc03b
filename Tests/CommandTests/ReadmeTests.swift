import Foundation
import Testing

@Suite struct ReadmeTests {
  /// The console blocks of the README: the arguments after `$ pcu-fab`, and the quoted output.
  static let blocks: [(arguments: [String], output: String)] = {
    let text = (try? Checkout.text("README.md")) ?? ""
    return text.components(separatedBy: "```console\n$ pcu-fab ").dropFirst()
      .map { piece in
        let block = piece.components(separatedBy: "```")[0]
        let line = block.prefix { $0 != "\n" }
        // Single quotes keep a quantity with its unit together.
        var arguments: [String] = []
        for (index, part) in line.components(separatedBy: "'").enumerated() {
          arguments += index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
        return (arguments, String(block.dropFirst(line.count + 1)))
      }
  }()

  @Test func hasTheOutputOfTheMainCommands() {
    #expect(Self.blocks.count >= 3)
    #expect(Self.blocks.first?.arguments == ["layout", "--wafer", "4in"])
  }

  @Test(arguments: blocks.indices)
  func quotesWhatTheToolPrints(index: Int) throws {
    let (arguments, quoted) = Self.blocks[index]
    let work = try WorkFolder()
    try Self.copyInputs(to: work)
    let result = try work.tool(arguments)
    #expect(
      result.output + result.error == quoted,
      "accept with: Scripts/check-readme .build/release/pcu-fab --accept"
    )
  }

  private static func copyInputs(to work: WorkFolder) throws {
    for name in ["Recipes", "Layouts", "Masks", "Bins", "Examples"] {
      try FileManager.default.copyItem(
        atPath: Checkout.path(name),
        toPath: "\(work.path)/\(name)"
      )
    }
  }

  /// The commands of the session that the README shows, each with the quoted lines.
  private static func session() throws -> [(arguments: [String], quoted: [Substring])] {
    try Checkout.text("README.md").components(separatedBy: "```console lab\n").dropFirst()
      .flatMap { piece in
        piece.components(separatedBy: "```")[0].components(separatedBy: "$ pcu-fab ").dropFirst()
          .map { part in
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            var arguments: [String] = []
            for (index, piece) in lines[0].components(separatedBy: "'").enumerated() {
              arguments += index % 2 == 1 ? [piece] : piece.split(separator: " ").map(String.init)
            }
            return (arguments, Array(lines.dropFirst().dropLast()))
          }
      }
  }

  /// Whether lines are the quoted ones; `…` stands for any number of them, no quoted line for whatever comes.
  private static func matches(
    _ actual: ArraySlice<Substring>,
    _ quoted: ArraySlice<Substring>
  )
    -> Bool
  {
    guard let first = quoted.first else { return actual.isEmpty }
    if first == "…" {
      return (actual.startIndex...actual.endIndex)
        .contains { matches(actual[$0...], quoted.dropFirst()) }
    }
    return actual.first == first && matches(actual.dropFirst(), quoted.dropFirst())
  }

  @Test func theSessionOfALabGoesAsItSays() throws {
    let work = try WorkFolder()
    try Self.copyInputs(to: work)
    var tool = work.tool
    tool.environment = ["PCU_FAB_OPERATOR": "ada", "SOURCE_DATE_EPOCH": "1795680000", "TZ": "UTC"]
    let session = try Self.session()
    #expect(session.count >= 15)
    for (arguments, quoted) in session {
      let result = try tool(arguments)
      let lines = (result.output + result.error)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(
        quoted.isEmpty || Self.matches(lines, quoted[...]),
        "$ pcu-fab \(arguments.joined(separator: " ")) prints\n\(result.output + result.error)"
      )
    }
    #expect(work.names().contains("L1.html"))
  }

  @Test func quotesTheLastLineOfMakeTest() throws {
    let lines = try Checkout.text("Makefile").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("test:") })
    let recipe = lines[(start + 1)...].prefix { $0.hasPrefix("\t") }
    #expect(recipe.last == "\t@echo \"all tests passed\"")
    #expect(try Checkout.text("README.md").contains("ends with the line `all tests passed`"))
  }

  @Test func isShortEnoughToRead() throws {
    #expect(
      try Checkout.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count
        <= 200
    )
  }
}
