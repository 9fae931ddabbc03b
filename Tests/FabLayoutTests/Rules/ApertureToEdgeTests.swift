import FabGeometry
import FabLayout
import Testing

@Suite struct ApertureToEdgeTests {
  private typealias Fixture = RuleFixture

  private func verdict(right: Int) throws -> RuleVerdict {
    let opening = Polygon(Box(50_000_000, 0, right, 1_000_000))
    let context = Fixture.context([Fixture.layer("AU"): [opening]], sheets: true)
    return try #require(Fixture.verdict("aperture-to-edge", context))
  }

  @Test func acceptsExactlyTheLimit() throws {
    #expect(try verdict(right: 59_000_000) == .clean)
  }

  @Test func findsOneNanometreLess() throws {
    let findings = try verdict(right: 59_000_001).findings
    #expect(findings.map(\.measured) == ["0.999999 mm"])
    #expect(findings.map(\.box) == [Box(59_000_001, 0, 60_000_000, 1_000_000)])
  }

  @Test func findsAnOpeningThatEndsOnTheEdge() throws {
    #expect(try verdict(right: 60_000_000).findings.map(\.measured).contains("0 mm"))
  }

  @Test func findsWhatLiesOutside() throws {
    let findings = try verdict(right: 61_000_000).findings
    #expect(findings.map(\.measured).contains("outside the sheet"))
    #expect(findings.map(\.box).contains(Box(60_000_000, 0, 61_000_000, 1_000_000)))
  }

  @Test func needsTheSheet() throws {
    let context = Fixture.context([Fixture.layer("AU"): [Fixture.box(0, 0, 1, 1)]])
    guard case .notRun(let reason)? = Fixture.verdict("aperture-to-edge", context) else {
      Issue.record("a missing sheet isn't clean")
      return
    }
    #expect(reason.contains("AU"))
  }
}
