import Foundation
import Testing

@Suite struct ControlChartTests {
  @Test func aBadRunIsCaughtAndAcknowledged() throws {
    let lab = try Lab.measured(wafers: 25)
    let frozen = try lab.tool(
      ["spc", "freeze", "filmThickness", "--lot", "L1", "--reason", "first lot"]
    )
    frozen.expect(0)
    #expect(frozen.output.contains("version 1"))
    #expect(frozen.output.contains("generated"))
    let clean = try lab.tool("spc", "check")
    clean.expect(0)
    #expect(clean.output.contains("in control"))

    try lab.depositAndMeasure(lot: "L2", wafers: 1, run: "R2", thickness: "290 nm")
    let bad = try lab.tool("spc", "check", "filmThickness", "--json")
    bad.expect(1)
    #expect(bad.error.contains("[out-of-control]"))
    let found = try #require(try bad.object()["newEvents"] as? [[String: Any]])
    #expect(found.compactMap { $0["rule"] as? String } == ["1", "EWMA", "MR"])
    #expect(found.allSatisfy { $0["wafer"] as? String == "L2-01" })
    #expect(found.allSatisfy { $0["isGenerated"] as? Bool == true })

    // The same points again are no new events, and change nothing.
    let audit = try lab.tool("audit", "verify").output
    let again = try lab.tool("spc", "check", "--json")
    again.expect(1)
    #expect((try again.object()["newEvents"] as? [[String: Any]])?.isEmpty == true)
    #expect(try lab.tool("audit", "verify").output == audit)

    let cause = ["--cause", "crystal near its end", "--action", "crystal replaced"]
    try lab.tool(["spc", "acknowledge", "1", "2", "3", "--operator", "bea"] + cause).expect(0)
    try lab.tool(["spc", "acknowledge", "1"] + cause).expect(0)
    try lab.tool("spc", "acknowledge", "1", "--cause", "other", "--action", "none")
      .expectRefusal(2, "bea acknowledged event 1", "[wrong-state]")
    try lab.tool(["spc", "acknowledge", "9"] + cause).expectRefusal(2, "no out-of-control event 9")
    let events = try lab.tool("spc", "events", "--json").list()
    #expect(events.first?["acknowledgedBy"] as? String == "bea")
    #expect(events.first?["action"] as? String == "crystal replaced")
    #expect(try lab.tool("spc", "events", "--open").output == "no event\n")
    try lab.tool("spc", "check").expect(0)

    // The average begins anew once the cause is put right, so that good wafers aren't blamed for the bad one.
    try lab.depositAndMeasure(lot: "L3", wafers: 2, run: "R3", thickness: "250 nm")
    try lab.tool("spc", "check").expect(0)
    let chart = try lab.tool("spc", "chart", "filmThickness", "--json").object()
    let points = try #require(chart["points"] as? [[String: Any]])
    #expect(points.count == 28)
    #expect(points[25]["rules"] as? [String] == ["1", "EWMA", "MR"])
    #expect(points.filter { !(($0["rules"] as? [String]) ?? []).isEmpty }.count == 1)
    try lab.tool("db", "check").expect(0)
  }

  @Test func limitsAreVersionsAndPicturesComeOutTheSame() throws {
    let lab = try Lab.measured(wafers: 6)
    let short = try lab.tool("spc", "freeze", "filmThickness", "--last", "4")
    #expect(short.end == .exit(0))
    #expect(short.error.contains("the baseline has 4 points"))
    _ = try lab.tool("spc", "freeze", "filmThickness")
    let first = try lab.tool("spc", "chart", "filmThickness", "--json", "--svg", "a.svg")
    let second = try lab.tool("spc", "chart", "filmThickness", "--json", "--svg", "b.svg")
    #expect(first.end == .exit(0))
    #expect(first.outputBytes == second.outputBytes)
    #expect(try lab.work.bytes("a.svg") == lab.work.bytes("b.svg"))
    let picture = try lab.work.text("a.svg")
    #expect(picture.contains("generated values, marked *"))
    // A baseline within a newer one leaves no phase of its own.
    let phases = try #require(try first.object()["phases"] as? [[String: Any]])
    #expect(phases.map { $0["version"] as? Int } == [2])

    // Limits of individuals are the mean and three moving ranges over 1.128.
    let values = try lab.tool("measure", "list", "--json").list()
      .compactMap { $0["mean"] as? Double }
    let mean = values.reduce(0, +) / Double(values.count)
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let sigma = ranges.reduce(0, +) / Double(ranges.count) / 1.1283791670955126
    let upper = try #require(phases[0]["upper"] as? Double)
    #expect(abs(upper - (mean + 3 * sigma)) < 1e-8)
  }

  @Test func meansOfEqualSetsAreCharted() throws {
    let lab = try Lab.furnished(wafers: 6)
    let sites = ["A1.R1C1", "A3.R1C3", "A5.R2C2", "A7.R3C1", "A9.R3C3"]
    var text = "wafer,site,characteristic,value,unit\n"
    var groups: [[Double]] = []
    for wafer in 1...5 {
      let values = sites.indices.map { 490 + Double((wafer * 7 + $0 * 11) % 13) }
      groups.append(values)
      for (site, value) in zip(sites, values) {
        text += "L1-0\(wafer),\(site),filmThickness,\(value),nm\n"
      }
    }
    for site in sites.prefix(4) { text += "L1-06,\(site),filmThickness,495,nm\n" }
    try lab.work.write(text, to: "five.csv")
    try lab.tool("measure", "import", "five.csv").expect(0)
    let frozen = try lab.tool("spc", "freeze", "filmThickness", "--chart", "xbar-r")
    #expect(frozen.end == .exit(0))
    #expect(frozen.error.contains("1 measurement sets (6) have another number of values than 5"))
    let chart = try lab.tool("spc", "chart", "filmThickness", "--chart", "xbar-r", "--json")
      .object()
    let phase = try #require((chart["phases"] as? [[String: Any]])?.first)
    // Means and three standard errors, the spread from the mean range over d2 of five.
    let mean = groups.flatMap(\.self).reduce(0, +) / 25
    let range = groups.map { ($0.max() ?? 0) - ($0.min() ?? 0) }.reduce(0, +) / 5
    let expected = mean + 3 * range / 2.3259289 / 5.0.squareRoot()
    #expect(abs(try #require(phase["upper"] as? Double) - expected) < 1e-5)
    #expect((chart["points"] as? [[String: Any]])?.count == 5)
    let check = try lab.tool("spc", "check")
    #expect(check.end == .exit(0))
    #expect(check.output.contains("xbar-r v1"))
  }

  @Test func mixedBaselinesAreWarnedOf() throws {
    let lab = try Lab.measured(wafers: 3)
    try lab.work.write(
      "wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,filmThickness,495,nm\n",
      to: "real.csv"
    )
    try lab.tool("measure", "import", "real.csv").expect(0)
    let frozen = try lab.tool("spc", "freeze", "filmThickness")
    #expect(frozen.end == .exit(0))
    #expect(frozen.error.contains("mixes generated and measured"))
  }

  @Test func setsOfAllPCUsAreSubgroupsToo() throws {
    let lab = try Lab.measured(wafers: 3)
    let frozen = try lab.tool("spc", "freeze", "filmThickness", "--chart", "xbar-s")
    #expect(frozen.end == .exit(0), "\(frozen.error)")
    let chart = try lab.tool("spc", "chart", "filmThickness", "--chart", "xbar-s", "--json")
      .object()
    let phase = try #require((chart["phases"] as? [[String: Any]])?.first)
    let groups = try (1...3).map { try lab.values(of: "L1-0\($0)", in: "L1.csv") }
    #expect(groups.map(\.count) == [101, 101, 101])
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let deviations = groups.map { group in
      (group.reduce(0) { $0 + pow($1 - mean(group), 2) } / 100).squareRoot()
    }
    // c4 of 101 values by its gamma functions.
    let c4 = (2.0 / 100).squareRoot() * exp(lgamma(50.5) - lgamma(50))
    let center = mean(groups.flatMap { $0 })
    let reach = 3 * mean(deviations) / c4 / 101.0.squareRoot()
    #expect(abs(try #require(phase["centerLine"] as? Double) - center) < 1e-6)
    #expect(abs(try #require(phase["upper"] as? Double) - center - reach) < 1e-6)
  }

  @Test func whatCannotBeChartedIsRefused() throws {
    let lab = try Lab.measured(wafers: 2)
    try lab.tool("spc", "freeze", "filmThicknes")
      .expectRefusal(2, "did you mean 'filmThickness'", "[unknown-entry]")
    try lab.tool("spc", "freeze", "filmThickness", "--last", "1")
      .expectRefusal(2, "at least 2 are needed", "[no-measurement]")
    try lab.tool("spc", "freeze", "filmThickness", "--chart", "xbar-r", "--statistic", "sd")
      .expectRefusal(64, "doesn't plot")
    for command in [["check"], ["check", "filmThickness"], ["chart", "filmThickness"]] {
      try lab.tool(["spc"] + command).expectRefusal(2, "there are no control limits")
    }
    try lab.tool("spc", "check", "--rules", "9").expectRefusal(64, "there is no rule '9'")
    try lab.tool("spc", "capability", "filmThickness")
      .expectRefusal(2, "there is no specification of 'filmThickness'")
  }

  @Test func capabilityIsHeldAgainstTheNewestSpecification() throws {
    let lab = try Lab.measured(wafers: 8)
    for upper in ["600", "530"] {
      try lab.tool(
        ["measure", "characteristic", "filmThickness", "--lower", "460", "--target", "495"]
          + ["--upper", upper, "--source", "process window"]
      )
      .expect(0)
    }
    let result = try lab.tool(
      ["spc", "capability", "filmThickness", "--json", "--svg", "box.svg"]
    )
    result.expect(0)
    let report = try result.object()
    #expect(report["specificationVersion"] as? Int == 2)
    let indices = try #require(report["indices"] as? [[String: Any]])
    #expect(indices.map { $0["name"] as? String } == ["Cp", "Cpk", "Pp", "Ppk"])
    let pp = try #require(indices[2]["value"] as? Double)
    let sigma = try #require(report["overallSigma"] as? Double)
    #expect(abs(pp - 70 / (6 * sigma)) < 1e-9 * pp)
    let lower = try #require(indices[2]["lower"] as? Double)
    #expect(lower < pp)
    #expect((report["notes"] as? [String])?.contains { $0.hasPrefix("8 values") } == true)
    #expect(try lab.work.text("box.svg").contains("with generated values"))
  }

  @Test func aGaugeStudyTellsPartsFromReadings() throws {
    let work = try WorkFolder()
    // Ten parts far apart, three operators who agree, three readings that hardly differ.
    var text = "part,operator,value (nm)\n"
    for part in 1...10 {
      for (index, name) in ["ada", "bea", "cid"].enumerated() {
        for reading in 0..<3 {
          let noise = Double((part * 7 + index * 3 + reading * 5) % 4) * 0.01
          text += "P\(part),\(name),\(500 + 10 * Double(part) + noise)\n"
        }
      }
    }
    try work.write(text, to: "gauge.csv")
    let result = try work.tool("spc", "gauge", "gauge.csv", "--tolerance", "70", "--json")
    result.expect(0)
    #expect(try result.object()["verdict"] as? String == "good")
    #expect(try result.object()["parts"] as? Int == 10)
    try work.write("part,operator\nP1,ada\n", to: "bad.csv")
    try work.tool("spc", "gauge", "bad.csv").expectRefusal(2, "[unknown-column]", "bad.csv")
    try work.write("part,operator,value\nP1,ada,x\n", to: "bad.csv")
    try work.tool("spc", "gauge", "bad.csv").expectRefusal(2, "bad.csv:2:1", "[malformed-row]")
    try work.write("part,operator,value\nP1,ada,1\nP2,ada,2\n", to: "bad.csv")
    try work.tool("spc", "gauge", "bad.csv").expectRefusal(2, "[no-measurement]")
  }

  @Test func falseAlarmsOfRulesAreComputed() throws {
    let work = try WorkFolder()
    let result = try work.tool("spc", "rules", "--runs", "1000", "--json")
    result.expect(0)
    let rules = try #require(try result.object()["rules"] as? [[String: Any]])
    let expected = ["1": 370.4, "western-electric": 91.75, "ewma": 544]
    for (rule, length) in expected {
      let row = try #require(rules.first { $0["rule"] as? String == rule })
      let found = try #require(row["pointsInControl"] as? Double)
      let error = try #require(row["standardError"] as? Double)
      #expect(abs(found - length) < 4 * error, "\(rule): \(found)")
    }
    #expect(try work.tool("spc", "rules", "--runs", "1000", "--json").output == result.output)
    #expect(try work.tool("spc", "rules", "--runs", "1").end == .exit(64))
  }
}
