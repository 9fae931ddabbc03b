import Testing

@Suite struct CodebookWaferTests {
  @Test func aWaferLendsItsDevicesAndItsName() throws {
    let lab = try Lab.measured()
    func build(_ out: String, _ arguments: [String]) throws -> [String: Any] {
      let result = try lab.tool(
        [
          "codebook", "build", "--operators", "divider", "--units", "60", "--surface-points", "8",
          "--json", "--out", out,
        ] + arguments
      )
      #expect(result.end == .exit(0))
      return try result.object()
    }
    func spread(_ report: [String: Any]) throws -> Double {
      let operators = try #require(report["operators"] as? [[String: Any]])
      return try #require(operators.first?["meanSpreadPercent"] as? Double)
    }
    let wafer = try build("wafer.codebook", ["--wafer", "L1-01"])
    let identity = try #require(wafer["identity"] as? [String: Any])
    #expect(identity["source"] as? String == "wafer")
    #expect(identity["wafer"] as? String == "L1-01" && identity["lot"] as? String == "L1")
    #expect(identity["isGenerated"] as? Bool == true)
    // Devices that were measured and seated by their currents match better than those drawn from the law.
    #expect(try spread(wafer) < spread(build("population.codebook", [])))
    try lab.tool("codebook", "build", "--wafer", "L1-09", "--out", "a.codebook")
      .expectRefusal(2, "there is no wafer 'L1-09'")
  }
}
