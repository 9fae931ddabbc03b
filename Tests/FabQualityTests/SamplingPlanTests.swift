import FabQuality
import Testing

@Suite struct SamplingPlanTests {
  @Test(arguments: RingPlan.allCases) func ringsHaveTheirSites(_ plan: RingPlan) throws {
    let found = try SamplingPlan(plan, waferRadius: 50, edgeExclusion: 5)
    #expect(found.sites.count == plan.rawValue)
    #expect(plan.rings.reduce(0, +) == plan.rawValue)
    #expect(Set(found.sites.map(\.name)).count == plan.rawValue)
    #expect(found.sites[0].radius == 0)
    #expect(abs((found.sites.map(\.radius).max() ?? 0) - 45) < 1e-12)
    // Every ring is balanced about the centre.
    #expect(abs(found.sites.reduce(0) { $0 + $1.x }) < 1e-9)
    #expect(abs(found.sites.reduce(0) { $0 + $1.y }) < 1e-9)
    #expect(found.radius == 45)
  }

  @Test func nineSitesDetermineAQuadraticSurface() throws {
    let sites = try SamplingPlan(.nine, waferRadius: 50, edgeExclusion: 5).sites
    let fit = try SurfaceFit(sites.map { 3 + $0.x * $0.y / 100 }, at: sites, order: 2)
    #expect(abs(try #require(fit.value(x: 10, y: 20)) - 5) < 1e-9)
  }

  @Test func linesRunAlongTheirAngle() throws {
    let sites = try SamplingPlan(lineOf: 5, angle: 90, waferRadius: 50, edgeExclusion: 10).sites
    #expect(sites.map { ($0.y * 1e6).rounded() / 1e6 } == [-40, -20, 0, 20, 40])
    #expect(sites.allSatisfy { abs($0.x) < 1e-12 })
  }

  @Test func layoutSitesOutsideTheExclusionStayOut() throws {
    let layout = [
      SamplingSite(name: "a", x: 0, y: 0), SamplingSite(name: "b", x: 27, y: 36),
      SamplingSite(name: "c", x: 46, y: 0),
    ]
    let plan = try SamplingPlan(allOf: layout, waferRadius: 50, edgeExclusion: 5)
    #expect(plan.sites.map(\.name) == ["a", "b"])
    let rim = [SamplingSite(name: "c", x: 46, y: 0)]
    #expect(throws: QualityError.tooFew(found: 0, needed: 1)) {
      try SamplingPlan(allOf: rim, waferRadius: 50, edgeExclusion: 5)
    }
    let matches = try SamplingPlan(.five, waferRadius: 50, edgeExclusion: 5)
      .nearestSites(of: layout)
    #expect(matches.map(\.actual.name) == ["a", "c", "b", "a", "a"])
    #expect(abs(matches[1].distance - 1) < 1e-12)
  }

  @Test func refusesImpossibleWafers() {
    #expect(throws: QualityError.self) {
      try SamplingPlan(.five, waferRadius: 50, edgeExclusion: 50)
    }
    #expect(throws: QualityError.self) {
      try SamplingPlan(.five, waferRadius: .nan, edgeExclusion: 5)
    }
    #expect(throws: QualityError.self) {
      try SamplingPlan(lineOf: 1, waferRadius: 50, edgeExclusion: 5)
    }
  }
}
