import Foundation
import Testing

/// A layout that breaks a rule: no masks, but a picture of what is wrong.
@Suite struct RuleFindingTests {
  private let work: WorkFolder
  private let plan = Fixture.folder + "/rule-violation.yaml"

  init() throws { work = try WorkFolder() }

  @Test func findingsStopTheMasks() throws {
    let result = try work.tool("layout", "--floor-plan", plan, "--out", "X")
    result.expect(1)
    for text in [
      "PVK (-0.95, 1.35)-(0.05, 2.35) mm: error: film-enclosure: 0 mm, expected at least 0.1 mm",
      "[rule-violation]", "fix: the film encloses the overlap of FTO and AU by too little",
      "X: error: no masks were written: the design rules have 3 findings",
      "note: they are marked in X.findings/findings.svg", "--allow-findings",
    ] {
      #expect(result.error.contains(text), "'\(text)' isn't in:\n\(result.error)")
    }
    #expect(result.output.contains("rules: 15 of 16 clean, 1 with 3 findings"))
    #expect(!result.output.contains("wrote"))
    #expect(work.names() == ["X.findings"])
    #expect(work.names("X.findings") == ["findings.svg"])
    let picture = try work.text("X.findings/findings.svg")
    #expect(picture.contains("film-enclosure"))
  }

  @Test func findingsStandInTheReport() throws {
    let result = try work.tool("layout", "--floor-plan", plan, "--out", "X/", "--json")
    result.expect(1)
    let report = try result.object()
    #expect((report["files"] as? [Any])?.isEmpty == true)
    let rules = try #require(report["rules"] as? [[String: Any]])
    let broken = try #require(rules.first { $0["id"] as? String == "film-enclosure" })
    #expect(broken["verdict"] as? String == "findings")
    let findings = try #require(broken["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    for finding in findings {
      #expect(Set(finding.keys) == ["level", "boxMm", "measured", "limit", "text"])
      #expect(finding["boxMm"] as? [Double] == [-0.95, 1.35, 0.05, 2.35])
    }
    #expect(work.names() == ["X.findings"])
  }

  @Test func findingsCanBeAllowed() throws {
    let arguments = ["layout", "--floor-plan", plan, "--out", "X", "--allow-findings"]
    let result = try work.tool(arguments)
    result.expect(1)
    #expect(result.error.contains("[rule-violation]"))
    #expect(!result.error.contains("no masks were written"))
    #expect(result.output.contains("wrote 27 files to X"))
    #expect(work.names() == ["X"])
    // The masks that were written have the same findings.
    let check = try work.tool("mask", "check", "X/small.gds", "--floor-plan", plan)
    check.expect(1)
    #expect(check.error.contains("PVK (-0.95, 1.35)-(0.05, 2.35) mm: error: film-enclosure"))
  }

  @Test func findingsKeepWhatLiesBesideTheirPicture() throws {
    try work.makeFolder("X.findings")
    try work.write("mine", to: "X.findings/remarks.txt")
    try work.tool("layout", "--floor-plan", plan, "--out", "X").expect(1)
    #expect(work.names("X.findings") == ["findings.svg", "remarks.txt"])
  }

  @Test func earlierMasksStay() throws {
    try work.tool("layout", "--out", "X", "--formats", "gds").expect(0)
    let before = work.names("X")
    try work.tool("layout", "--floor-plan", plan, "--out", "X", "--force").expect(1)
    #expect(work.names("X") == before)
  }
}
