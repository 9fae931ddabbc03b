import Foundation
import Testing

@Suite struct UniformityTests {
  @Test func figuresEqualAnIndependentComputation() throws {
    let lab = try Lab.measured(wafers: 1)
    let result = try lab.tool(
      ["measure", "uniformity", "L1-01", "filmThickness", "--json", "--svg", "a.svg"]
    )
    result.expect(0)
    let report = try result.object()
    let figures = try #require(report["figures"] as? [[String: Any]])
    func figure(_ name: String) throws -> Double {
      try #require(figures.first { $0["measure"] as? String == name }?["value"] as? Double)
    }
    let values = try lab.values(of: "L1-01", in: "L1.csv")
    #expect(values.count == 101)
    #expect(report["values"] as? Int == 101)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let deviation =
      (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let expected = [
      "mean": mean, "standardDeviation": deviation, "relativeDeviation": 100 * deviation / mean,
      "range": high - low, "halfRangeOverMean": 100 * (high - low) / (2 * mean),
      "contrast": 100 * (high - low) / (high + low),
    ]
    for (name, value) in expected {
      #expect(abs(try figure(name) - value) < 1e-9 * abs(value), "\(name)")
    }
    // A source beside the axis of a turning wafer leaves a dome and no tilt.
    #expect(try figure("radialComponent") < 0)
    #expect(try figure("tiltComponent") < 0.01 * high)
    let surface = try #require(report["surface"] as? [String: Any])
    #expect(try #require(surface["order"] as? Int) >= 2)
    #expect(figures.allSatisfy { ($0["formula"] as? String)?.isEmpty == false })
    #expect(report["isGenerated"] as? Bool == true)

    let again = try lab.tool(
      ["measure", "uniformity", "L1-01", "filmThickness", "--json", "--svg", "b.svg"]
    )
    #expect(again.output == result.output)
    #expect(try lab.work.bytes("a.svg") == lab.work.bytes("b.svg"))
    #expect(try lab.work.text("a.svg").contains("generated values"))
  }

  @Test func placesInTheRimDoNotCount() throws {
    let lab = try Lab.furnished(wafers: 1)
    try lab.work.write(
      """
      wafer,x,y,characteristic,value,unit
      L1-01,0,0,filmThickness,500,nm
      L1-01,20,0,filmThickness,502,nm
      L1-01,0,20,filmThickness,498,nm
      L1-01,0,48,filmThickness,900,nm

      """,
      to: "places.csv"
    )
    try lab.tool("measure", "import", "places.csv").expect(0)
    let report = try lab.tool("measure", "uniformity", "L1-01", "filmThickness", "--json").object()
    #expect(report["values"] as? Int == 3)
    #expect(report["excluded"] as? Int == 1)
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.first?["value"] as? Double == 500)
    #expect(report["isGenerated"] as? Bool == false)
  }

  @Test func aLotIsDrawnOnOneScale() throws {
    let lab = try Lab.measured(wafers: 3)
    let result = try lab.tool("measure", "map", "L1", "filmThickness", "--json", "--svg", "lot.svg")
    result.expect(0)
    #expect((try result.object()["wafers"] as? [[String: Any]])?.count == 3)
    let picture = try lab.work.text("lot.svg")
    for wafer in ["L1-01*", "L1-02*", "L1-03*"] { #expect(picture.contains(wafer)) }
    try lab.tool("measure", "map", "L9", "filmThickness").expectRefusal(2, "no lot 'L9'")
  }

  @Test(arguments: [("5", 5), ("9", 9), ("13", 13), ("25", 25), ("49", 49), ("all", 101)])
  func plansNameTheNearestPCU(sites: String, count: Int) throws {
    let work = try WorkFolder()
    let result = try work.tool("measure", "plan", "--sites", sites, "--json")
    result.expect(0)
    let rows = try #require(try result.object()["sites"] as? [[String: Any]])
    #expect(rows.count == count)
    for row in rows {
      let x = try #require(row["xMm"] as? Double)
      let y = try #require(row["yMm"] as? Double)
      #expect((x * x + y * y).squareRoot() <= 46.001)
      #expect(row["nearestPcu"] is String)
    }
    guard sites == "all" else { return }
    #expect(rows.allSatisfy { $0["distanceMm"] as? Double == 0 })
  }

  @Test func whatWasNotMeasuredIsRefused() throws {
    let lab = try Lab.measured(wafers: 1)
    try lab.tool("measure", "uniformity", "L1-01", "thickness")
      .expectRefusal(2, "there is no characteristic 'thickness'")
    try lab.tool("measure", "uniformity", "L1-01", "filmThickness", "--component", "D1")
      .expectRefusal(2, "'filmThickness' of D1 wasn't measured", "[no-measurement]")
    try lab.tool("measure", "uniformity", "L1-09", "filmThickness")
      .expectRefusal(2, "there is no wafer 'L1-09'")
  }
}
