import Testing

@Suite struct CodebookWaferTests {
  @Test func aWaferLendsItsDevicesAndItsName() throws {
    let lab = try Lab.measured()
    func build(_ out: String, _ arguments: [String]) throws -> [String: Any] {
      let result = try lab.tool(
        [
          "codebook", "build", "--operators", "divider", "--units", "200", "--surface-points", "8",
          "--json", "--out", out,
        ] + arguments
      )
      #expect(result.end == .exit(0))
      return try result.object()
    }
    func error(_ report: [String: Any]) throws -> Double {
      let operators = try #require(report["operators"] as? [[String: Any]])
      return try #require(operators.first?["meanRelativeErrorPercent"] as? Double)
    }
    let wafer = try build("wafer.codebook", ["--wafer", "L1-01"])
    let identity = try #require(wafer["identity"] as? [String: Any])
    #expect(identity["source"] as? String == "wafer")
    #expect(identity["wafer"] as? String == "L1-01" && identity["lot"] as? String == "L1")
    #expect(identity["isGenerated"] as? Bool == true)
    // The units are those that verify studies on that wafer, one by one.
    let verified = try lab.tool(
      ["verify", "--operators", "divider", "--units", "200", "--json", "--wafer", "L1-01"]
    )
    // This wafer's films make its dividers err beyond their limit, which is a finding of verify's.
    #expect(verified.end == .exit(1))
    #expect(try error(wafer) == error(verified.object()))
    #expect(try error(wafer) != error(build("population.codebook", [])))
    try lab.tool("codebook", "build", "--wafer", "L1-09", "--out", "a.codebook")
      .expectRefusal(2, "there is no wafer 'L1-09'")
  }
}
