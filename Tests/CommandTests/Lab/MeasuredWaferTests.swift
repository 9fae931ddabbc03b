import Testing

@Suite struct MeasuredWaferTests {
  /// A lot of two measured wafers, the second with shorted diodes at its edge.
  private func lab() throws -> Lab {
    let lab = try Lab.furnished()
    try lab.deposit()
    try lab.tool("measure", "generate", "--lot", "L1", "--shorted", "L1-02", "--out", "values.csv")
      .expect(0)
    try lab.tool("measure", "import", "values.csv", "--generated", "--run", "R1").expect(0)
    try lab.tool("yield", "bin", "--lot", "L1").expect(0)
    return lab
  }

  @Test func theSameFileTwiceIsNoChange() throws {
    let lab = try lab()
    let before = try lab.tool("audit", "verify").output
    let again = try lab.tool("measure", "import", "values.csv", "--generated")
    again.expect(0)
    #expect(again.output.contains("was imported before"))
    #expect(try lab.tool("audit", "verify").output == before)
    let bins = try lab.tool("yield", "bin", "--lot", "L1")
    #expect(bins.output.hasPrefix("nothing to change"))
    try lab.tool("db", "check").expect(0)
  }

  @Test func generatedValuesSayWhatTheyAre() throws {
    let lab = try lab()
    #expect(try lab.tool("measure", "list").output.contains("generated"))
    let same = try lab.tool(
      "measure",
      "generate",
      "--lot",
      "L1",
      "--shorted",
      "L1-02",
      "--out",
      "again.csv"
    )
    same.expect(0)
    #expect(try lab.work.bytes("again.csv") == lab.work.bytes("values.csv"))
  }

  @Test func deadPCUsAreSkippedAndKnownDevicesMatched() throws {
    let lab = try lab()
    let arguments = ["verify", "--operators", "divider,vmm", "--units", "200", "--json", "--wafer"]
    let good = try lab.tool(arguments + ["L1-01"])
    let bad = try lab.tool(arguments + ["L1-02"])
    #expect(good.end == .exit(0))
    #expect(bad.end == .exit(0))
    let first = try #require(try good.object()["measured"] as? [String: Any])
    let second = try #require(try bad.object()["measured"] as? [String: Any])
    #expect(first["deadPcus"] as? Int == 0)
    let dead = try #require(second["deadPcus"] as? Int)
    #expect((8...20).contains(dead))
    #expect(try bad.object()["usablePcus"] as? Int == 101 - dead)
    #expect(second["isGenerated"] as? Bool == true)
    #expect(second["deviceValues"] as? Int == 101 * 14)
    let unusable = try #require(try bad.object()["unusablePcus"] as? [[String: Any]])
    #expect((unusable.first?["reason"] as? String)?.contains("diode") == true)
    // Diodes that were measured and seated by their currents match better than those drawn from the law.
    let drawn = try lab.tool("verify", "--operators", "divider", "--units", "200", "--json")
      .object()
    func error(_ report: [String: Any]) throws -> Double {
      let operators = try #require(report["operators"] as? [[String: Any]])
      return try #require(operators.first?["meanRelativeErrorPercent"] as? Double)
    }
    #expect(try error(good.object()) < error(drawn))
  }

  @Test func otherWafersAndLayoutsAreRefused() throws {
    let lab = try lab()
    try lab.tool("verify", "--wafer", "L1-09").expectRefusal(2, "there is no wafer 'L1-09'")
    try lab.tool("wafer", "add", "T1", "--lot", "L1", "--bare").expect(0)
    try lab.tool("verify", "--wafer", "T1").expectRefusal(64, "carries no layout")
    try lab.tool("wafer", "add", "W9", "--lot", "L1").expect(0)
    try lab.tool("verify", "--wafer", "W9").expectRefusal(64, "nothing was measured on wafer 'W9'")
    try lab.work.writePlan(replacing: "name: wafer-4in-101", with: "name: other", to: "other.yaml")
    try lab.tool("verify", "other.yaml", "--wafer", "L1-01")
      .expectRefusal(64, "carries the layout wafer-4in-101", "[wrong-state]")
  }

  @Test(arguments: [
    ("wafer,site,characteristic,value,unit\nL9,A1.R1C1,edge,765,nm\n", "there is no wafer 'L9'"),
    ("wafer,site,characteristic,value,unit\nL1-01,A1.R9C1,edge,765,nm\n", "has no site 'A1.R9C1'"),
    ("wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,edge,765,kg\n", "in 'kg'"),
    ("wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,egde,765,nm\n", "did you mean 'edge'"),
    ("wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,edge,0x10,nm\n", "'0x10'"),
    ("wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,edge,inf,nm\n", "'inf'"),
    ("site,characteristic,value,unit\nA1.R1C1,edge,765,nm\n", "doesn't say which wafer"),
  ])
  func rowsThatCannotBeStoredRefuseTheFile(text: String, message: String) throws {
    let lab = try Lab.furnished()
    try lab.work.write(text, to: "bad.csv")
    let before = try lab.tool("audit", "verify").output
    try lab.tool("measure", "import", "bad.csv").expectRefusal(2, message, "bad.csv")
    #expect(try lab.tool("audit", "verify").output == before)
  }

  @Test func refusedRowsMayBeLeftOut() throws {
    let lab = try Lab.furnished()
    try lab.work.write(
      "wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,edge,0.765,µm\nL1-01,Z,edge,765,nm\n",
      to: "half.csv"
    )
    let result = try lab.tool("measure", "import", "half.csv", "--skip-refused")
    #expect(result.end == .exit(1))
    #expect(result.output.contains("1 values of 1 characteristics on 1 wafers, 1 rows refused"))
    let sets = try lab.tool("measure", "list", "--json").list()
    #expect(sets.first?["mean"] as? Double == 765)
    let imports = try lab.tool("measure", "list", "--imports", "--json").list()
    #expect(imports.first?["rowsRefused"] as? Int == 1)
    try lab.tool("db", "check").expect(0)
  }
}
