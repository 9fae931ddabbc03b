import FabGeometry
import FabLayout
import Testing

@Suite struct OutOfRangeTests {
  private typealias Fixture = RuleFixture

  @Test func noRuleRunsOnShapesBeyondTheLimitOfAreas() {
    let far = Polygon(Box(0, 0, 10, Region.coordinateLimit + 1))
    let results = DesignRules.check(Fixture.context([Fixture.layer("AU"): [far]]))
    #expect(results.map(\.id) == DesignRules.all.map(\.id))
    for result in results {
      guard case .notRun(let reason) = result.verdict else {
        Issue.record("\(result.id) can't have run")
        continue
      }
      #expect(reason.contains("AU/0"))
    }
  }

  @Test func theLimitItselfIsFine() throws {
    let far = Polygon(Box(0, 0, 1_000_000, Region.coordinateLimit))
    let context = Fixture.context([Fixture.layer("AU"): [far]])
    #expect(try #require(Fixture.verdict("aperture-width", context)) == .clean)
  }
}
