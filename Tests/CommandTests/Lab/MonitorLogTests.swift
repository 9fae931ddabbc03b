import Testing

@Suite struct MonitorLogTests {
  private func lab() throws -> Lab {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.log(), to: "pvk.csv")
    try lab.tool("run", "start", "R1", "--lot", "L1", "--equipment", "EVAP1").expect(0)
    return lab
  }

  @Test func logsAreAttachedOnce() throws {
    let lab = try lab()
    let first = try lab.tool("run", "attach", "R1", "pvk.csv", "--step", "pvk/deposit")
    first.expect(0)
    #expect(first.output.contains("mean rate 0.9998 A/s"))
    #expect(first.output.contains("end thickness 6.099 nm"))
    let before = try lab.tool("audit", "verify").output
    let again = try lab.tool("run", "attach", "R1", "pvk.csv", "--step", "pvk/deposit")
    again.expect(0)
    #expect(again.output.contains("attached before"))
    #expect(try lab.tool("audit", "verify").output == before)
    try lab.tool("run", "attach", "R9", "pvk.csv").expectRefusal(2, "no run 'R9'")
    try lab.work.write(InstrumentText.log() + "71,x,1\n", to: "bad.csv")
    try lab.tool("run", "attach", "R1", "bad.csv").expectRefusal(2, "bad.csv:73")
    try lab.work.write("broken crystal, see page 3\n", to: "note.txt")
    try lab.tool("run", "attach", "R1", "note.txt", "--title", "note").expect(0)
  }

  @Test func stepsTakeOverWhatIsNotGiven() throws {
    let lab = try lab()
    try lab.tool(
      "run",
      "step",
      "R1",
      "pvk/deposit",
      "--qcm",
      "pvk.csv",
      "--thickness",
      "252 nm"
    )
    .expect(0)
    let shown = try lab.tool("run", "show", "R1", "--json").output
    #expect(shown.contains("252"))
    #expect(shown.contains("rateAPerS"))
    try lab.tool("db", "check").expect(0)
    let again = try lab.tool(
      "run",
      "step",
      "R1",
      "pvk/deposit",
      "--qcm",
      "pvk.csv",
      "--thickness",
      "252 nm"
    )
    again.expect(0)
    #expect(again.output.hasPrefix("nothing to change"))
  }
}
