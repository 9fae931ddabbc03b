import Foundation
import Testing

/// `pcu-fab mask …` and `pcu-fab diagnostics` on good input: the committed masks.
@Suite struct MaskOutputTests {
  private let work: WorkFolder
  private let gds = Checkout.masks + "/wafer-4in-101.gds"

  init() throws { work = try WorkFolder() }

  @Test(arguments: ["5-AU.dxf", "5-AU.cut.svg", "5-AU.view.svg"])
  func filesOfOneLevelAreTheSameAsTheWhole(name: String) throws {
    let result = try work.tool(
      "mask",
      "diff",
      Checkout.masks + "/" + name,
      gds,
      "--levels",
      "AU"
    )
    result.expect(0)
    #expect(result.output.contains("same"))
    #expect(!result.output.contains("differs"))
  }

  @Test func aChangedFileIsFoundWithAreaAndBox() throws {
    // One pad of the gold mask, 1 mm wide, grows by 0.1 mm.
    var drawing = try String(contentsOfFile: Checkout.masks + "/5-AU.cut.svg", encoding: .utf8)
    let pad = try #require(drawing.firstMatch(of: /M ?(-?[0-9.]+)[ ,](-?[0-9.]+)/))
    let x = try #require(Double(pad.1))
    drawing.replaceSubrange(pad.1.startIndex..<pad.1.endIndex, with: "\(x - 0.1)")
    try work.write(drawing, to: "changed.svg")
    let result = try work.tool(
      "mask",
      "diff",
      "changed.svg",
      Checkout.masks + "/5-AU.cut.svg",
      "--json"
    )
    result.expect(1)
    let rows = try result.list()
    let changed = rows.filter { $0["verdict"] as? String == "differs" }
    #expect(changed.count == 1)
    #expect(((changed.first?["differenceMm2"] as? NSNumber)?.doubleValue ?? 0) > 0)
    #expect((changed.first?["differenceBoxMm"] as? [NSNumber])?.count == 4)
    let text = try work.tool("mask", "diff", "changed.svg", Checkout.masks + "/5-AU.cut.svg")
    text.expect(1)
    #expect(text.output.contains("differs"))
  }

  @Test func showsWhatAFileContains() throws {
    let text = try work.tool("mask", "show", gds)
    text.expect(0)
    #expect(text.output.contains("GDSII"))
    #expect(text.output.contains("ARRAY_3X3"))
    let object = try work.tool("mask", "show", gds, "--json").object()
    #expect(Set(object.keys) == ["file", "format", "bytes", "cells", "layers"])
    #expect(object["format"] as? String == "GDSII")
    let layers = try #require(object["layers"] as? [[String: Any]])
    let keys: Set = ["level", "datatype", "shapes", "mergedShapes", "areaMm2", "boxMm"]
    #expect(layers.allSatisfy { Set($0.keys) == keys })
  }

  @Test func checksAFileByAllRules() throws {
    let result = try work.tool("mask", "check", gds, "--json")
    result.expect(0)
    let rules = try #require(try result.object()["rules"] as? [[String: Any]])
    #expect(rules.count == 16)
    #expect(rules.allSatisfy { $0["verdict"] as? String == "clean" })
    try work.tool("mask", "check", gds, "--markers", "marks.svg").expect(0)
    #expect(work.names() == ["marks.svg"])
  }

  @Test func aRuleThatLacksSomethingIsNotCalledClean() throws {
    let result = try work.tool("mask", "check", Checkout.masks + "/5-AU.dxf", "--json")
    #expect(result.end == .exit(0))
    let rules = try #require(try result.object()["rules"] as? [[String: Any]])
    let open = rules.filter { $0["verdict"] as? String == "not run" }
    #expect(!open.isEmpty)
    #expect(open.allSatisfy { $0["reason"] is String })
    #expect(
      result.error.contains(
        "5-AU.dxf: warning: the file draws nothing on FTO, INS, HTL, PVK, ETL, AG"
      )
    )
    #expect(result.error.contains("warning: edge-exclusion didn't run: "))
    #expect(result.error.contains("[rule-not-run]"))
  }

  @Test func listsTheRules() throws {
    let text = try work.tool("mask", "rules")
    text.expect(0)
    #expect(text.output.contains("film-enclosure"))
    let rules = try work.tool("mask", "rules", "--json").list()
    #expect(rules.count == 16)
    #expect(rules.allSatisfy { Set($0.keys) == ["id", "title", "source"] })
    let page = try work.tool("mask", "rules", "--page")
    page.expect(0)
    #expect(page.output == (try Checkout.text("Documentation/Rules.md")))
  }

  @Test func explainsItsMessages() throws {
    let one = try work.tool("diagnostics", "unknown-key")
    one.expect(0)
    #expect(one.output.hasPrefix("unknown-key: A mapping has a key that nothing reads.\n"))
    let page = try work.tool("diagnostics", "--page")
    #expect(page.output == (try Checkout.text("Documentation/Diagnostics.md")))
    let all = try work.tool("diagnostics", "--json")
    all.expect(0)
    let entries = try all.list()
    #expect(entries.count == (try work.tool("diagnostics")).output.split(separator: "\n").count)
    #expect(entries.allSatisfy { Set($0.keys) == ["code", "meaning", "remedy"] })
    let none = try work.tool("diagnostics", "unknwon-key")
    none.expectRefusal(64, "no message has the code 'unknwon-key'; did you mean 'unknown-key'?")
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    let version = try work.tool("--version")
    version.expect(0)
    #expect(version.output.wholeMatch(of: /pcu-fab [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    for command in [[], ["layout"], ["recipe"], ["mask"], ["mask", "diff"], ["diagnostics"]] {
      let help = try work.tool(command + ["--help"])
      help.expect(0)
      #expect(help.output.contains("USAGE: pcu-fab"))
    }
    #expect(try work.tool("--help").output.contains("Exit status:\n0 clean; 1 findings"))
  }
}
