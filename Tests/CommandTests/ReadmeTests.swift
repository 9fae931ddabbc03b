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
    #expect(Self.blocks.count >= 4)
    #expect(Self.blocks.first?.arguments == ["layout", "--wafer", "4in"])
  }

  @Test(arguments: blocks.indices)
  func quotesWhatTheToolPrints(index: Int) throws {
    let (arguments, quoted) = Self.blocks[index]
    let work = try WorkFolder()
    for name in ["Recipes", "Layouts", "Masks"] {
      try FileManager.default.copyItem(
        atPath: Checkout.path(name),
        toPath: "\(work.path)/\(name)"
      )
    }
    let result = try work.tool(arguments)
    #expect(
      result.output + result.error == quoted,
      "accept with: Scripts/check-readme .build/release/pcu-fab --accept"
    )
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
