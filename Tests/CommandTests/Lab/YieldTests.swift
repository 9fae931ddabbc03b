import Foundation
import Testing

@Suite struct YieldTests {
  /// A lot of two binned wafers, the second with shorted diodes at its edge.
  private func lab() throws -> Lab {
    let lab = try Lab.furnished()
    try lab.tool("measure", "generate", "--lot", "L1", "--shorted", "L1-02", "--out", "values.csv")
      .expect(0)
    try lab.tool("measure", "import", "values.csv", "--generated").expect(0)
    try lab.tool("yield", "bin", "--lot", "L1").expect(0)
    return lab
  }

  @Test func yieldsAreFoundByRingAndPattern() throws {
    let lab = try lab()
    let rings = try lab.tool("yield", "show", "--wafer", "L1-02", "--by", "ring", "--json")
    rings.expect(0)
    let homogeneity = try #require(try rings.object()["homogeneity"] as? [String: Any])
    #expect(try #require(homogeneity["p"] as? Double) < 0.01)
    let rows = try #require(try rings.object()["rows"] as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["centre", "middle", "edge", "all"])
    #expect(rows[0]["yieldPercent"] as? Double == 100)

    let pattern = try lab.tool("yield", "pattern", "L1-02", "--json")
    pattern.expect(0)
    let name = try #require(try pattern.object()["pattern"] as? String)
    #expect(name.hasPrefix("Edge"))
    #expect(try #require(try pattern.object()["ringP"] as? Double) < 0.01)
    #expect(try lab.tool("yield", "pattern", "L1-02", "--json").output == pattern.output)
    let good = try lab.tool("yield", "pattern", "L1-01", "--json").object()
    #expect(good["pattern"] as? String == "none")
    #expect(good["isGenerated"] as? Bool == true)
  }

  @Test func countsHaveWilsonIntervals() throws {
    let lab = try lab()
    let rows = try #require(
      try lab.tool("yield", "show", "--wafer", "L1-02", "--json").object()["rows"]
        as? [[String: Any]]
    )
    #expect(rows.map { $0["name"] as? String } == ["D1", "D2", "M1", "M2", "PCU"])
    let unit = try #require(rows.last)
    let good = Double(try #require(unit["good"] as? Int))
    let tested = Double(try #require(unit["tested"] as? Int))
    #expect(tested == 101)
    // Wilson's formula, written out.
    let (share, z) = (good / tested, 1.959963984540054)
    let middle = (share + z * z / (2 * tested)) / (1 + z * z / tested)
    let half =
      z * (share * (1 - share) / tested + z * z / (4 * tested * tested)).squareRoot()
      / (1 + z * z / tested)
    #expect(abs(try #require(unit["lowerPercent"] as? Double) - 100 * (middle - half)) < 1e-6)
    #expect(abs(try #require(unit["upperPercent"] as? Double) - 100 * (middle + half)) < 1e-6)
  }

  @Test func failuresAreNamedAndHeldTogether() throws {
    let lab = try lab()
    let pareto = try lab.tool("yield", "pareto", "--lot", "L1", "--json", "--svg", "p.svg")
    pareto.expect(0)
    let bins = try #require(try pareto.object()["bins"] as? [[String: Any]])
    #expect(bins.first?["name"] as? String == "diode")
    #expect(bins.last?["cumulativePercent"] as? Double == 100)
    // A short takes both diodes of a PCU at once.
    let joint = try lab.tool("yield", "joint", "--lot", "L1", "--json").object()
    #expect(try #require(joint["p"] as? Double) < 0.01)
    let product = try #require(joint["productPercent"] as? Double)
    #expect(try #require(joint["yieldPercent"] as? Double) > product)
  }

  @Test func modelsAgreeOnWhatWasFound() throws {
    let lab = try lab()
    let result = try lab.tool("yield", "models", "--lot", "L1", "--json", "--svg", "m.svg")
    result.expect(0)
    let report = try result.object()
    let good = Double(try #require(report["good"] as? Int))
    let share = good / Double(try #require(report["tested"] as? Int))
    let area = try #require(report["areaMm2"] as? Double) / 100
    #expect((0.01...0.03).contains(area))
    let models = try #require(report["models"] as? [[String: Any]])
    #expect(models.count == 5)
    let poisson = try #require(models[0]["densityPerCm2"] as? Double)
    #expect(abs(poisson * area + log(share)) < 1e-6)
    let seeds = try #require(models[2]["densityPerCm2"] as? Double)
    #expect(abs(1 / (1 + seeds * area) - share) < 1e-6)
    for model in models {
      let density = try #require(model["densityPerCm2"] as? Double)
      #expect(try #require(model["lowerPerCm2"] as? Double) < density)
      #expect(try #require(model["upperPerCm2"] as? Double) > density)
    }
    let cell = try lab.tool("yield", "models", "--lot", "L1", "--area", "cell", "--json").object()
    #expect(cell["areaMm2"] as? Double == 25)
  }

  @Test func mapsComeOutTheSame() throws {
    let lab = try lab()
    for name in ["a.svg", "b.svg"] {
      try lab.tool("yield", "show", "--wafer", "L1-02", "--svg", name).expect(0)
      try lab.tool("yield", "show", "--lot", "L1", "--by", "wafer", "--svg", "lot-\(name)")
        .expect(0)
    }
    #expect(try lab.work.bytes("a.svg") == lab.work.bytes("b.svg"))
    #expect(try lab.work.bytes("lot-a.svg") == lab.work.bytes("lot-b.svg"))
    #expect(try lab.work.text("a.svg").contains("generated values"))
    #expect(try lab.tool("yield", "show", "--svg", "a.svg").end != .exit(0))
  }

  @Test func whatWasNotBinnedHasNoYield() throws {
    let lab = try Lab.furnished()
    try lab.tool("yield", "show").expectRefusal(2, "no wafer was binned yet", "[no-measurement]")
    try lab.tool("yield", "joint", "--lot", "L1").expectRefusal(2, "none of these wafers")
    try lab.tool("yield", "show", "--wafer", "L9").expectRefusal(2, "there is no wafer 'L9'")
    try lab.tool("yield", "pareto", "--component", "D3").expectRefusal(64, "[unknown-component]")
  }
}
