import FabGeometry
import FabLayout
import Testing

@Suite struct FilmEnclosureTests {
  private typealias Fixture = RuleFixture

  private func verdict(insulatorRight right: Int) -> RuleVerdict? {
    let context = Fixture.context([
      Fixture.layer("FTO"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("INS"): [Polygon(Box(-200_000, 0, right, 1_000_000))],
      Fixture.layer("AU"): [Fixture.box(-500, 400, 2000, 600)],
    ])
    return Fixture.verdict("film-enclosure", context)
  }

  @Test func acceptsExactlyTheLimit() {
    #expect(verdict(insulatorRight: 1_100_000) == .clean)
  }

  @Test func refusesOneNanometreLess() throws {
    let findings = try #require(verdict(insulatorRight: 1_099_999)).findings
    #expect(findings.map(\.measured) == ["0.099999 mm"])
    #expect(findings.map(\.limit) == ["at least 0.1 mm"])
  }

  @Test func saysWhyItDidNotRun() {
    guard case .notRun? = Fixture.verdict("film-enclosure", Fixture.context([:])) else {
      Issue.record("an empty layout isn't clean")
      return
    }
  }
}
