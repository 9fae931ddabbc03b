import Foundation
import Testing

@Suite struct PredictionTests {
  private static let geometry = ["--throw", "300 mm", "--offset", "100 mm", "--rotating"]

  @Test func theMapFollowsTheSource() throws {
    let work = try WorkFolder()
    let result = try work.tool(
      ["recipe", "predict", "--json", "--csv", "p.csv", "--svg", "a.svg", "--exponent", "1"]
        + Self.geometry
    )
    #expect(result.end == .exit(0))
    let report = try result.object()
    // 90 mm of usable diameter give 1.42 %, 92 mm a little more.
    let half = try #require(report["halfRangePercent"] as? Double)
    #expect((1.42...1.55).contains(half))
    let mass = try #require(report["emittedMassMg"] as? Double)
    #expect(abs(mass - 545) < 3)
    let best = try #require(report["bestOffsetMm"] as? Double)
    #expect((200...220).contains(best))
    let sites = try #require(report["sites"] as? [[String: Any]])
    #expect(sites.count == 101)
    let center = try #require(
      sites.first { $0["name"] as? String == "A5.R2C2" }?["predictedNm"] as? Double
    )
    #expect(center > 250)
    #expect(try work.text("p.csv").split(separator: "\n").count == 102)
    _ = try work.tool(["recipe", "predict", "--svg", "b.svg", "--exponent", "1"] + Self.geometry)
    #expect(try work.bytes("a.svg") == work.bytes("b.svg"))
  }

  @Test func wafersWithoutAFloorPlanHaveRings() throws {
    let work = try WorkFolder()
    let result = try work.tool(["recipe", "predict", "--wafer", "6in", "--json"] + Self.geometry)
    #expect(result.end == .exit(0))
    #expect((try result.object()["sites"] as? [[String: Any]])?.count == 49)
    #expect(try result.object()["wafer"] as? String == "6in")
  }

  @Test func measuredFilmsAreHeldAgainstIt() throws {
    let lab = try Lab.measured(wafers: 1)
    let result = try lab.tool(
      ["recipe", "predict", "--measured", "L1-01", "--json", "--svg", "d.svg"] + Self.geometry
    )
    #expect(result.end == .exit(0))
    let difference = try #require(try result.object()["difference"] as? [String: Any])
    // The generated films come from this very geometry, up to the spread between wafers and the noise of 0.3 %.
    #expect(abs(try #require(difference["ratio"] as? Double) - 1) < 0.03)
    let deviation = try #require(difference["shapeDeviationNm"] as? Double)
    #expect((1.1...1.9).contains(deviation))
    #expect(difference["isGenerated"] as? Bool == true)
    #expect(try lab.work.text("d.svg").contains("generated values"))
    try lab.work.write("wafer,site,characteristic,value\nL1-01,A1.R1C1,xrd110,14.1\n", to: "x.csv")
    _ = try lab.tool("measure", "import", "x.csv")
    try lab.tool(
      ["recipe", "predict", "--measured", "L1-01", "--characteristic", "xrd110"] + Self.geometry
    )
    .expectRefusal(64, "kept in deg", "[wrong-dimension]")
  }

  @Test func anInstrumentKnowsItsGeometry() throws {
    let lab = try Lab.furnished(wafers: 1)
    try lab.tool("recipe", "predict", "--equipment", "EVAP1")
      .expectRefusal(64, "the distance from the source to the wafer isn't known")
    let keys = "{\"throwMm\":300,\"offsetMm\":100,\"exponent\":2,\"rotating\":true}"
    try lab.tool("equipment", "add", "EVAP2", "--kind", "evaporator", "--geometry", keys)
      .expect(0)
    let report = try lab.tool("recipe", "predict", "--equipment", "EVAP2", "--json").object()
    #expect(report["exponent"] as? Double == 2)
    #expect(report["isRotating"] as? Bool == true)
    try lab.tool("recipe", "predict", "--throw", "0 mm")
      .expectRefusal(64, "distance of 0", "[out-of-range]")
    try lab.tool("recipe", "predict", "--throw", "300 mm", "--film", "pvx")
      .expectRefusal(64, "did you mean 'pvk'")
  }
}
