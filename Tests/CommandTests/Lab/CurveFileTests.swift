import Testing

@Suite struct CurveFileTests {
  @Test func allMethodsStandSideBySide() throws {
    let work = try WorkFolder()
    try work.write(InstrumentText.spectra([("film", 766)]), to: "s.txt")
    let result = try work.tool("measure", "edge", "s.txt", "--svg", "s.svg", "--json")
    result.expect(0)
    let curves = try #require(try result.object()["curves"] as? [[String: Any]])
    let results = try #require(curves.first?["results"] as? [[String: Any]])
    #expect(results.count == 4)
    #expect(results[0]["method"] as? String == "edge:sigmoid+line 740-815 nm")
    #expect(abs(try #require(results[0]["value"] as? Double) - 766) < 0.01)
    #expect(try work.text("s.svg").contains("</svg>"))
    try work.write(InstrumentText.scan(), to: "s.xy")
    let peak = try work.tool("measure", "peak", "s.xy", "--k-alpha-1", "--csv", "s.csv")
    peak.expect(0)
    #expect(peak.output.contains("peak:pseudo-voigt+line Ka1"))
    #expect(try work.text("s.csv").hasPrefix("curve,x,measured,fitted\n1,"))
  }

  @Test func otherCurvesAreRefused() throws {
    let work = try WorkFolder()
    try work.write(InstrumentText.scan(), to: "s.xy")
    try work.tool("measure", "edge", "s.xy").expectRefusal(2, "has no spectra")
    try work.tool("measure", "peak", "s.xy", "--curve", "2").expectRefusal(64, "no curve 2")
  }

  @Test func claimsAreHeldAgainstNoise() throws {
    let work = try WorkFolder()
    let result = try work.tool("measure", "claim", "--sites", "7", "--draws", "60", "--json")
    result.expect(0)
    let claims = try #require(try result.object()["claims"] as? [[String: Any]])
    #expect(claims.count == 4)
    let rows = try #require(claims[0]["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["sites"] as? Int } == [5, 7, 9, 13, 25, 49, 101])
    // The published ratios of true to sample deviation for five sites: 0.60 to 2.87.
    let low = try #require(rows[0]["trueDeviationLow"] as? Double)
    let high = try #require(rows[0]["trueDeviationHigh"] as? Double)
    #expect(abs(low / 0.63 - 0.60) < 0.005)
    #expect(abs(high / 0.63 - 2.87) < 0.01)
    // The fit's noise is far below the claim, that of the inflection isn't.
    let noises = claims.compactMap { $0["noiseDeviation"] as? Double }
    #expect(noises[0] < 0.2)
    #expect(noises[1] > 0.4)
    try work.tool("measure", "claim", "--sites", "1").expectRefusal(64, "--sites")
  }

  @Test func windowsAreChosenAndPartOfTheMethod() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.spectra([("A1.R1C1", 766)]), to: "one.txt")
    try lab.work.write(InstrumentText.scan(), to: "scan.xy")
    func methods(_ arguments: [String]) throws -> [String] {
      let result = try lab.tool(["measure"] + arguments + ["--json"])
      #expect(result.end == .exit(0), "\(result.error)")
      let curves = try #require(try result.object()["curves"] as? [[String: Any]])
      let results = try #require(curves.first?["results"] as? [[String: Any]])
      return results.compactMap { $0["method"] as? String }
    }
    let edges = try methods(["edge", "one.txt", "--window", "730nm..0.8µm"])
    #expect(edges.count == 4)
    #expect(edges.filter { $0.contains(" 730-800 nm") }.count == 3)
    #expect(edges.contains { $0.contains("tauc") && $0.contains("eV") })
    let peaks = try methods(
      ["peak", "scan.xy", "--k-alpha-1", "--window", "13.8deg..14.4deg"]
    )
    #expect(peaks.allSatisfy { $0.hasSuffix(" 13.8-14.4 deg") })
    // What is stored says so too, and doesn't mix with what the usual window gave.
    let imported = ["measure", "import", "one.txt", "--wafer"]
    try lab.tool(imported + ["L1-01"]).expect(0)
    try lab.tool(imported + ["L1-02", "--edge-window", "730nm..800nm"])
      .expectRefusal(2, "this file would give 'edge:sigmoid+line 730-800 nm'")
    for (text, message) in [
      ("800nm..730nm", "the window ends where it begins, or before"),
      ("730nm", "two ends with '..' between them"), ("730..800", "the unit is missing"),
      ("1V..2V", "is the unit of a voltage"),
    ] {
      try lab.tool("measure", "edge", "one.txt", "--window", text).expectRefusal(64, message)
    }
  }
}
