import Testing

@Suite struct RunTests {
  @Test func plannedStandsBesideActual() throws {
    let lab = try Lab.furnished()
    try lab.deposit(thickness: "260 nm")
    let shown = try lab.tool("run", "show", "R1")
    shown.expect(0)
    #expect(shown.output.contains("250 nm        260 nm       +4 %"))
    let steps = try #require(
      try lab.tool("run", "show", "R1", "--json").object()["steps"] as? [[String: Any]]
    )
    #expect(steps.count == 13)
    let comparison = try #require(steps[5]["comparison"] as? [[String: Any]])
    #expect(comparison.first?["deviationPercent"] as? Double == 4)
    #expect(steps[4]["actual"] == nil)
  }

  @Test func whatWasNotRecordedIsSaid() throws {
    let lab = try Lab.furnished()
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    let finished = try lab.tool("run", "finish", "R1")
    #expect(finished.end == .exit(0))
    #expect(finished.error.contains("nothing is recorded of 13 of 13 steps"))
    try lab.tool("run", "step", "R1", "1").expectRefusal(2, "the run 'R1' is done")
    try lab.tool("run", "finish", "R1", "--at", "2027-01-01T00:00Z")
      .expectRefusal(2, "is done already")
  }

  @Test func stepsThatDoNotExistAreRefused() throws {
    let lab = try Lab.furnished()
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    try lab.tool("run", "step", "R1", "pvk/depsit")
      .expectRefusal(64, "did you mean 'pvk/deposit'?", "[unknown-entry]")
    try lab.tool("run", "step", "R1", "6", "--thickness", "-3 nm").expectRefusal(64)
    let wrong = try lab.tool("run", "step", "R1", "6", "--thickness", "250")
    #expect(wrong.end == .exit(64))
    #expect(wrong.error.contains("the unit is missing"))
  }

  @Test func aStepMayBeRepeated() throws {
    let lab = try Lab.furnished()
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    let step = ["run", "step", "R1", "pvk/deposit", "--thickness", "120 nm"]
    try lab.tool(step).expect(0)
    #expect(try lab.tool(step).output.hasPrefix("nothing to change"))
    try lab.tool("run", "step", "R1", "pvk/deposit", "--thickness", "130 nm").expect(0)
    let steps = try #require(
      try lab.tool("run", "show", "R1", "--json").object()["steps"] as? [[String: Any]]
    )
    #expect(steps[5]["attempts"] as? Int == 2)
  }

  @Test func wafersOfAnAbortedRunAreHeld() throws {
    let lab = try Lab.furnished()
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    try lab.tool("run", "start", "R2", "--wafers", "L1-01", "--equipment", "EVAP1")
      .expectRefusal(2, "'L1-01' is in another run")
    try lab.tool("run", "abort", "R1", "--reason", "power failure").expect(0)
    let holds = try lab.tool("hold", "--list", "--json").list()
    #expect(holds.count == 2)
    #expect(holds.first?["reason"] as? String == "run R1 aborted: power failure")
  }

  @Test func traceGoesBothWays() throws {
    let lab = try Lab.furnished()
    try lab.deposit()
    let forward = try lab.tool("trace", "--forward", "PBI2-7")
    forward.expect(0)
    #expect(forward.output.contains("run R1 (step 6 (pvk))"))
    #expect(forward.output.contains("wafer L1-02: processed"))
    let back = try lab.tool("trace", "--back", "L1-02/A5.R2C3")
    back.expect(0)
    #expect(back.output.contains("material-lot PBI2-7"))
    #expect(back.output.contains("equipment EVAP1"))
    try lab.tool("trace", "--back", "L1-02/A5.R9C9").expectRefusal(64, "has no site 'A5.R9C9'")
    try lab.tool("trace", "--back", "nothing").expectRefusal(64, "nothing is called 'nothing'")
  }

  @Test func attachedFilesAreShown() throws {
    let lab = try Lab.furnished()
    try lab.deposit()
    #expect(try !lab.tool("run", "show", "R1").output.contains("attached files"))
    try lab.work.write("slow start\n", to: "note.txt")
    try lab.work.write("shutter\n", to: "shutter.txt")
    try lab.tool("run", "attach", "R1", "note.txt", "--title", "how it began").expect(0)
    try lab.tool("run", "attach", "R1", "shutter.txt", "--step", "pvk/deposit").expect(0)
    let text = try lab.tool("run", "show", "R1").output
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("note.txt") && $0.contains("how it began") })
    let shown = try lab.tool("run", "show", "R1", "--json").object()
    let files = try #require(shown["files"] as? [[String: Any]])
    #expect(files.map { $0["name"] as? String } == ["note.txt", "shutter.txt"])
    #expect(files.map { $0["bytes"] as? Int } == [11, 8])
    #expect(files[0]["step"] == nil)
    #expect(files[1]["step"] as? Int != nil)
  }
}
