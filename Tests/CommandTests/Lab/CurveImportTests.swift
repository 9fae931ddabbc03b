import Testing

@Suite struct CurveImportTests {
  private func lab() throws -> Lab {
    let lab = try Lab.furnished()
    try lab.work.write(
      InstrumentText.spectra([("A1.R1C1 - RawData", 766), ("A1.R1C2 - RawData", 768)]),
      to: "two.txt"
    )
    return lab
  }

  private func values(_ lab: Lab, _ set: Int) throws -> [[String: Any]] {
    let result = try lab.tool("measure", "show", "\(set)", "--json")
    result.expect(0)
    return try #require(try result.object()["values"] as? [[String: Any]])
  }

  @Test func spectraGiveBothEdgesAtTheSitesOfTheirNames() throws {
    let lab = try lab()
    try lab.tool("measure", "import", "two.txt", "--wafer", "L1-01").expect(0)
    let edges = try values(lab, 1)
    #expect(edges.map { $0["site"] as? String } == ["A1.R1C1", "A1.R1C2"])
    for (value, edge) in zip(edges, [766.0, 768.0]) {
      #expect(abs(try #require(value["value"] as? Double) - edge) < 0.01)
      #expect(try #require(value["u"] as? Double) >= 0)
      let curve = try #require(value["curve"] as? [String: Any])
      #expect(curve["kind"] as? String == "uvprobe")
    }
    // The steepest place of a step is its middle.
    #expect(abs(try #require(try values(lab, 2)[0]["value"] as? Double) - 766) < 0.2)
    let listed = try lab.tool("measure", "list", "--characteristics").output
    #expect(listed.contains("edge:sigmoid+line 740-815 nm"))
    try lab.tool("db", "check").expect(0)
    try lab.tool("audit", "verify").expect(0)
  }

  @Test func theSameCurvesTwiceAreNoChange() throws {
    let lab = try lab()
    try lab.tool("measure", "import", "two.txt", "--wafer", "L1-01").expect(0)
    let before = try lab.tool("audit", "verify").output
    let again = try lab.tool("measure", "import", "two.txt", "--wafer", "L1-01")
    again.expect(0)
    #expect(again.output.contains("was imported before"))
    #expect(try lab.tool("audit", "verify").output == before)
    // Another place is another measurement.
    try lab.tool(
      "measure",
      "import",
      "two.txt",
      "--wafer",
      "L1-02",
      "--sites",
      "A2.R1C1,A2.R1C2"
    )
    .expect(0)
  }

  @Test func methodsNeverMix() throws {
    let lab = try lab()
    try lab.tool("measure", "import", "two.txt", "--wafer", "L1-01").expect(0)
    let arguments = ["measure", "import", "two.txt", "--wafer", "L1-02", "--method", "half-height"]
    try lab.tool(arguments)
      .expectRefusal(2, "is 'edge:sigmoid+line", "[conflicting-entry]", "--characteristic edge=")
    try lab.tool(arguments + ["--characteristic", "edge=edgeHalf"]).expect(0)
    // The inflection is the same; it was stored once with each wafer.
    try lab.tool(arguments + ["--characteristic", "edge=edgeHalf2"]).expect(0)
    let listed = try lab.tool("measure", "list", "--json").list()
    let inflections = listed.filter { $0["characteristic"] as? String == "edgeInflection" }
    #expect(inflections.count == 2)
  }

  @Test func severalFilesAreOneSet() throws {
    let lab = try Lab.furnished()
    for (site, edge) in [("A1.R1C1", 766.0), ("A1.R1C2", 767), ("A1.R1C3", 768)] {
      try lab.work.write(InstrumentText.spectra([("film", edge)]), to: "\(site).txt")
    }
    let files = ["A1.R1C1.txt", "A1.R1C2.txt", "A1.R1C3.txt"]
    try lab.tool(["measure", "import"] + files + ["--wafer", "L1-01"]).expect(0)
    #expect(try values(lab, 1).count == 3)
    let show = try lab.tool("measure", "show", "1", "--csv", "set.csv", "--svg", "set.svg")
    show.expect(0)
    #expect(try lab.work.text("set.csv").contains("L1-01,A1.R1C2,"))
    #expect(
      try lab.work.text("set.svg").hasPrefix("<svg") || lab.work.text("set.svg").contains("<svg")
    )
  }

  @Test func placesWithoutNamesHaveCoordinates() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.scan(), to: "scan.xy")
    try lab.tool(
      "measure",
      "import",
      "scan.xy",
      "--wafer",
      "L1-01",
      "--x",
      "-10.5",
      "--y",
      "3",
      "--k-alpha-1"
    )
    .expect(0)
    let peak = try values(lab, 1)[0]
    #expect(peak["xMm"] as? Double == -10.5)
    #expect(abs(try #require(peak["value"] as? Double) - 14.1) < 0.001)
    // Equal widths: the areas are as the heights.
    let residue = try #require(try values(lab, 2)[0]["value"] as? Double)
    #expect(abs(residue - 0.1) < 0.01)
    try lab.tool(
      "measure",
      "import",
      "scan.xy",
      "--wafer",
      "L1-01",
      "--x",
      "60",
      "--y",
      "0",
      "--k-alpha-1"
    )
    .expectRefusal(64, "outside of the wafer")
  }

  @Test func aReferencePeakTakesTheHeightOut() throws {
    let lab = try Lab.furnished()
    // All of the scan lies 0.05 degree too low.
    try lab.work.write(InstrumentText.scan(at: 14.05, lead: 2000), to: "A1.R1C1.xy")
    try lab.tool(
      "measure",
      "import",
      "A1.R1C1.xy",
      "--wafer",
      "L1-01",
      "--k-alpha-1",
      "--reference-peak",
      "12.71"
    )
    .expect(0)
    let peak = try #require(try values(lab, 1)[0]["value"] as? Double)
    #expect(abs(peak - 14.1) < 0.002)
  }

  @Test func devicesAreReadOffTheirCurves() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.diode(), to: "d.csv")
    try lab.work.write(InstrumentText.binary(), to: "b.csv")
    try lab.work.write(InstrumentText.multistate(), to: "m.csv")
    for (file, component) in [("d.csv", "D1"), ("m.csv", "M1"), ("b.csv", "M2")] {
      try lab.tool(
        "measure",
        "import",
        file,
        "--wafer",
        "L1-01",
        "--site",
        "A1.R1C1",
        "--component",
        component,
        "--rectification-voltage",
        "0.5 V"
      )
      .expect(0)
    }
    let listed = try lab.tool("measure", "list", "--json").list()
    func mean(_ characteristic: String, _ component: String) -> Double? {
      listed.first {
        $0["characteristic"] as? String == characteristic
          && $0["component"] as? String == component
      }?["mean"] as? Double
    }
    func isNear(
      _ characteristic: String,
      _ component: String,
      _ expected: Double,
      _ share: Double
    )
      throws
    {
      let value = try #require(mean(characteristic, component), "\(characteristic) is missing")
      #expect(abs(value / expected - 1) < share, "\(characteristic) is \(value)")
    }
    try isNear("ideality", "D1", 1.8, 0.01)
    try isNear("saturationCurrent", "D1", 1e-9, 0.03)
    try isNear("lowestConductance", "M1", 1e-5, 0.001)
    try isNear("highestConductance", "M1", 1e-4, 0.001)
    try isNear("setVoltage", "M2", 0.6, 0.001)
    try isNear("resetVoltage", "M2", -0.5, 0.001)
    try isNear("onResistance", "M2", 1e3, 0.001)
    try isNear("offResistance", "M2", 1e6, 0.001)
    try isNear("onOffRatio", "M2", 1e3, 0.001)
    #expect(try #require(mean("rectificationRatio", "D1")) > 1000)
  }

  @Test func whatDoesNotFitIsKeptWithoutANumber() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.binary(), to: "b.csv")
    let result = try lab.tool(
      "measure",
      "import",
      "b.csv",
      "--wafer",
      "L1-01",
      "--site",
      "A1.R1C1",
      "--component",
      "D1"
    )
    result.expect(1)
    #expect(result.error.contains("warning"))
    #expect(result.output.contains("D1.ideality: no value (fit failed)"))
    let value = try values(lab, 1)[0]
    #expect(value["value"] == nil)
    #expect(value["flags"] as? [String] == ["fit failed"])
    try lab.tool("db", "check").expect(0)
  }

  @Test func columnsOfNoNameAreMapped() throws {
    let lab = try Lab.furnished()
    let rows = InstrumentText.diode().split(separator: "\n").dropFirst()
      .map { $0.replacing(",", with: ";") }
    try lab.work.write("a;b\n" + rows.joined(separator: "\n") + "\n", to: "odd.csv")
    try lab.work.write(
      "delimiter: semicolon\ncolumns:\n  - {is: voltage, name: a}\n  - {is: current, name: b}\n",
      to: "map.yaml"
    )
    try lab.tool(
      "measure",
      "import",
      "odd.csv",
      "--map",
      "map.yaml",
      "--wafer",
      "L1-01",
      "--site",
      "A1.R1C1",
      "--component",
      "D2"
    )
    .expect(0)
  }

  @Test func tablesHaveComponentsAndTimes() throws {
    let lab = try Lab.furnished()
    try lab.work.write(
      """
      wafer,site,component,characteristic,value,unit,measured_at
      L1-01,A1.R1C1,D1,ideality,1.8,1,2026-11-20T10:00+01:00
      L1-01,A1.R1C2,D1,ideality,1.9,1,2026-11-20T09:05+00:00
      L1-01,A1.R1C1,D2,ideality,1.7,1,2026-11-20T10:00+01:00
      L1-01,A1.R1C1,D1,ideality,1.6,1,2026-11-21T10:00+01:00

      """,
      to: "t.csv"
    )
    try lab.tool("measure", "import", "t.csv").expect(0)
    let sets = try lab.tool("measure", "list", "--json").list()
    #expect(sets.compactMap { $0["n"] as? Int }.sorted() == [1, 1, 2])
    #expect(
      sets.contains { ($0["measuredAt"] as? String)?.hasPrefix("2026-11-20T09:00") == true }
    )
    try lab.work.write(
      "wafer,site,component,ideality,time\nL1-01,A1.R1C1,D7,1.8,2026-11-20T10:00Z\n",
      to: "u.csv"
    )
    try lab.tool("measure", "import", "u.csv")
      .expectRefusal(2, "u.csv:2", "no component 'D7'")
    try lab.work.write(
      "wafer,site,D1.ideality,time\nL1-01,A1.R1C1,1.8,2026-11-20T10:00\n",
      to: "v.csv"
    )
    try lab.tool("measure", "import", "v.csv").expectRefusal(2, "v.csv:2", "with its offset")
  }

  @Test func unitsAreConverted() throws {
    let lab = try Lab.furnished()
    try lab.work.write(
      """
      wafer,site,characteristic,value,unit
      L1-01,A1.R1C1,filmThickness,5000,Å
      L1-01,A1.R1C1,D1.seriesResistance,1.5,k\u{2126}
      L1-01,A1.R1C1,D1.saturationCurrent,2,nA

      """,
      to: "t.csv"
    )
    try lab.tool("measure", "import", "t.csv").expect(0)
    let means = try lab.tool("measure", "list", "--json").list()
      .compactMap { $0["mean"] as? Double }
    for expected in [500, 1500, 2e-9] {
      #expect(means.contains { abs($0 / expected - 1) < 1e-12 })
    }
  }
}
