import FabGeometry
import FabLayout
import Testing

@Suite struct ConductorGapTests {
  private typealias Fixture = RuleFixture

  /// A gold line that crosses one FTO line on an insulator and ends before another.
  private func verdict(secondLeft: Int) throws -> RuleVerdict {
    let context = Fixture.context([
      Fixture.layer("FTO"): [
        Fixture.box(0, 0, 1000, 1000), Polygon(Box(secondLeft, 0, 9_000_000, 1_000_000)),
      ],
      Fixture.layer("INS"): [Fixture.box(-200, 200, 1200, 800)],
      Fixture.layer("AU"): [Fixture.box(-500, 400, 2000, 600)],
    ])
    return try #require(Fixture.verdict("conductor-gap", context))
  }

  @Test func acceptsExactlyTheLimit() throws {
    #expect(try verdict(secondLeft: 2_200_000) == .clean)
  }

  @Test func findsOneNanometreLess() throws {
    let findings = try verdict(secondLeft: 2_199_999).findings
    #expect(findings.map(\.measured) == ["0.199999 mm"])
    #expect(findings.map(\.limit) == ["at least 0.2 mm"])
    #expect(findings.map(\.box) == [Box(2_000_000, 400_000, 2_199_999, 600_000)])
  }

  @Test func findsConductorsThatAbut() throws {
    #expect(try verdict(secondLeft: 2_000_000).findings.map(\.measured) == ["0 mm"])
  }

  @Test func aComponentOfOnePieceDoesNotExcuseAnother() throws {
    // Gold forms a crossing with the first piece; without the insulator it's foreign to that too.
    let context = Fixture.context([
      Fixture.layer("FTO"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("AU"): [Fixture.box(1100, 400, 2000, 600)],
    ])
    let findings = try #require(Fixture.verdict("conductor-gap", context)).findings
    #expect(findings.map(\.measured) == ["0.1 mm"])
  }

  @Test func needsTwoConductors() throws {
    let context = Fixture.context([Fixture.layer("AU"): [Fixture.box(0, 0, 100, 100)]])
    guard case .notRun? = Fixture.verdict("conductor-gap", context) else {
      Issue.record("one conductor alone isn't clean")
      return
    }
  }
}
