import FabLayout
import Foundation
import Testing

@Suite struct RulesPageTests {
  @Test func thePageIsUpToDate() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("Documentation/Rules.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      text == DesignRules.page(),
      "refresh it: pcu-fab mask rules --page > Documentation/Rules.md"
    )
  }

  @Test func identifiersAreUniqueAndPlain() {
    let ids = DesignRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") } })
  }

  @Test func everyRuleSaysWhatAndWhy() {
    #expect(DesignRules.all.allSatisfy { !$0.title.isEmpty && !$0.source.isEmpty })
    #expect(DesignRules.all.allSatisfy { !$0.source.contains("\n") && !$0.title.contains("|") })
  }
}
