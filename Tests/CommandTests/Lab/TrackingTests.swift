import Testing

@Suite struct TrackingTests {
  // A NUL can't be in an argument of a command: StoreCodeTests have it.
  @Test(arguments: [
    "..", "../L1", "a/b", "a b", "-", "L\u{202E}1", String(repeating: "x", count: 300),
  ])
  func namesThatAreNoNamesAreRefused(_ name: String) throws {
    let lab = try Lab()
    try lab.tool("lot", "add", "--", name).expectRefusal(2, "[invalid-name]")
  }

  @Test func theSameAgainIsNoChange() throws {
    let lab = try Lab.furnished()
    let again = try lab.tool("lot", "add", "L1", "--wafers", "2")
    again.expect(0)
    #expect(again.output == "nothing to change: the store has all of it\n")
    try lab.tool("material", "add", "pbi2", "--formula", "PbI3", "--source", "azom.com")
      .expectRefusal(2, "formula: the store has \"PbI2\"", "[conflicting-entry]")
  }

  @Test func aRehearsalChangesNothing() throws {
    let lab = try Lab.furnished()
    let before = try lab.tool("audit", "verify").output
    let shown = try lab.tool("lot", "add", "L2", "--wafers", "3", "--dry-run")
    shown.expect(0)
    #expect(shown.output.contains("would add wafer L2-03"))
    #expect(shown.output.hasSuffix("dry run: nothing was stored\n"))
    #expect(try lab.tool("audit", "verify").output == before)
  }

  @Test func bottlesChangeTheirState() throws {
    let lab = try Lab.furnished()
    try lab.tool("material", "lot", "PBI2-7", "--state", "exhausted").expect(0)
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    try lab.tool("run", "step", "R1", "pvk/deposit", "--material", "PBI2-7")
      .expectRefusal(2, "is exhausted", "[wrong-state]")
    try lab.tool("material", "lot", "NEW", "--note", "x").expectRefusal(64, "the bottle is new")
  }

  @Test func expiredAndWrongBottlesAreRefused() throws {
    let lab = try Lab.furnished()
    try lab.tool("material", "lot", "PBI2-7", "--expires", "2026-01-01").expect(0)
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    try lab.tool("run", "step", "R1", "pvk/deposit", "--material", "PBI2-7")
      .expectRefusal(2, "expired on 2026-01-01")
    try lab.tool("material", "lot", "PBI2-7", "--expires", "2030-01-01").expect(0)
    try lab.tool("run", "step", "R1", "c60/deposit", "--material", "PBI2-7")
      .expectRefusal(2, "needs c60; the bottle 'PBI2-7' has pbi2")
  }

  @Test func toolingFactorsAreComputedAndKept() throws {
    let lab = try Lab.furnished()
    try lab.tool(
      "equipment",
      "calibrate",
      "EVAP1",
      "tooling",
      "--material",
      "pbi2",
      "--indicated",
      "250",
      "--measured",
      "260",
      "--method",
      "profilometer",
      "--at",
      "2026-11-01T08:00Z"
    )
    .expect(0)
    try lab.tool(
      "equipment",
      "calibrate",
      "EVAP1",
      "tooling",
      "--material",
      "pbi2",
      "--indicated",
      "250",
      "--measured",
      "255",
      "--method",
      "profilometer",
      "--at",
      "2026-11-02T08:00Z"
    )
    .expect(0)
    let history = try lab.tool("equipment", "history", "EVAP1", "--json").list()
    let values = history.compactMap { $0["value"] as? Double }
    #expect(values.count == 2)
    #expect(abs(values[0] - 1.04) < 1e-12)
    #expect(abs(values[1] - 1.04 * 255 / 250) < 1e-12)
    try lab.deposit()
    let run = try lab.tool("run", "show", "R1", "--json").object()
    let steps = try #require(run["steps"] as? [[String: Any]])
    let actual = try #require(steps[5]["actual"] as? [String: Any])
    #expect(actual["tooling"] as? Double == values[1])
  }

  @Test func holdsStopAndReleasesLetGo() throws {
    let lab = try Lab.furnished()
    try lab.tool("hold", "wafer", "L1-02", "--reason", "dust").expect(0)
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1")
      .expectRefusal(2, "'L1-02' is on hold: dust", "pcu-fab release wafer L1-02", "[wrong-state]")
    #expect(try lab.tool("run", "list").output == "no run\n")
    try lab.tool("release", "wafer", "L1-02", "--reason", "cleaned").expect(0)
    try lab.tool("release", "wafer", "L1-02", "--reason", "cleaned")
      .expectRefusal(2, "isn't on hold")
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
  }

  @Test func aChamberThatIsDownStartsNoRun() throws {
    let lab = try Lab.furnished()
    try lab.tool("equipment", "state", "EVAP1", "UDT", "--reason", "pump").expect(0)
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1")
      .expectRefusal(2, "EVAP1 is UDT", "pump")
  }

  @Test func lotsSplitAndMerge() throws {
    let lab = try Lab.furnished(wafers: 3)
    try lab.tool("lot", "split", "L1", "L1-01", "--into", "L1A", "--reason", "trial").expect(0)
    try lab.tool("lot", "split", "L1", "L1-01", "--into", "L1B")
      .expectRefusal(2, "the lot 'L1' has no wafer 'L1-01'; did you mean")
    #expect(try lab.tool("lot", "show", "L1A", "--json").list().count == 1)
    try lab.tool("lot", "merge", "L1", "L1A", "--into", "L2").expect(0)
    #expect(try lab.tool("lot", "show", "L2", "--json").list().count == 3)
    try lab.tool("lot", "merge", "L1", "L2", "--into", "L3").expectRefusal(2, "'L1' is closed")
    let back = try lab.tool("trace", "--back", "L2").output
    #expect(back.contains("lot L1 (merge)"))
    #expect(try lab.tool("trace", "--forward", "L1").output.contains("lot L1A (split)"))
  }

  @Test func wafersAreReworkedAndScrapped() throws {
    let lab = try Lab.furnished()
    try lab.tool("wafer", "rework", "L1-01", "--reason", "x").expectRefusal(2, "needs processing")
    try lab.deposit()
    try lab.tool("wafer", "rework", "L1-01", "--reason", "film taken off").expect(0)
    try lab.tool("wafer", "scrap", "L1-02", "--reason", "broken").expect(0)
    try lab.tool("run", "start", "R2", "--wafers", "L1-02", "--equipment", "EVAP1")
      .expectRefusal(2, "'L1-02' is scrapped")
    try lab.tool("run", "start", "R2", "--wafers", "L1-01", "--equipment", "EVAP1").expect(0)
  }
}
