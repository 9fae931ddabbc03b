import FabGeometry
import FabLayout
import FabRecipe
import Testing

/// Aperture width and web width of laser-cut foil of 0.1 mm: 0.1 mm each.
@Suite struct WidthRulesTests {
  private typealias Fixture = RuleFixture

  private func verdict(_ id: String, _ shapes: [Layer: [Polygon]]) throws -> RuleVerdict {
    try #require(Fixture.verdict(id, Fixture.context(shapes)))
  }

  @Test func acceptsAnOpeningAsWideAsTheSheetIsThick() throws {
    let slot = Polygon(Box(0, 0, 100_000, 3_000_000))
    #expect(try verdict("aperture-width", [Fixture.layer("AU"): [slot]]) == .clean)
  }

  @Test func findsAnOpeningOneNanometreNarrower() throws {
    let slot = Polygon(Box(0, 0, 99_999, 3_000_000))
    let findings = try verdict("aperture-width", [Fixture.layer("AU"): [slot]]).findings
    #expect(findings.map(\.measured) == ["0.099999 mm"])
    #expect(findings.map(\.limit) == ["at least 0.1 mm"])
    #expect(findings.map(\.box) == [Box(0, 0, 99_999, 3_000_000)])
    #expect(findings.map(\.level.text) == ["AU"])
  }

  @Test func judgesTextAndPinHolesToo() throws {
    let slot = Polygon(Box(0, 0, 99_999, 3_000_000))
    for purpose in [Purpose.marking, .registration] {
      let verdict = try verdict("aperture-width", [Fixture.layer("AG", purpose): [slot]])
      #expect(verdict.findings.count == 1)
    }
  }

  @Test func leavesEtchedFilmAlone() throws {
    let line = Polygon(Box(0, 0, 50_000, 3_000_000))
    #expect(try verdict("aperture-width", [Fixture.layer("FTO"): [line]]) == .clean)
    let lines = [line, Polygon(Box(60_000, 0, 110_000, 3_000_000))]
    #expect(try verdict("web-width", [Fixture.layer("FTO"): lines]) == .clean)
  }

  @Test(arguments: [(1_100_000, 0), (1_099_999, 1)])
  func demandsAWebOfOneTenth(left: Int, count: Int) throws {
    let shapes: [Layer: [Polygon]] = [
      Fixture.layer("PVK"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("PVK", .marking): [Polygon(Box(left, 0, 2_000_000, 1_000_000))],
    ]
    let verdict = try verdict("web-width", shapes)
    #expect(verdict.findings.map(\.measured) == Array(repeating: "0.099999 mm", count: count))
    #expect((verdict == .clean) == (count == 0))
  }

  @Test func findsOpeningsThatTouchInACorner() throws {
    let boxes = [Fixture.box(0, 0, 1000, 1000), Fixture.box(1000, 1000, 2000, 2000)]
    let findings = try verdict("web-width", [Fixture.layer("AU"): boxes]).findings
    #expect(findings.map(\.box) == [Box(1_000_000, 1_000_000, 1_000_000, 1_000_000)])
  }

  @Test(arguments: [("FTO", 5_000, 0), ("FTO", 4_999, 1), ("AU", 4_999, 1)])
  func findsSliversOnEveryLevel(level: String, width: Int, count: Int) throws {
    let strip = Polygon(Box(0, 0, width, 1_000_000))
    let gap = [
      Polygon(Box(0, 0, 1_000_000, 1_000_000)),
      Polygon(Box(1_000_000 + width, 0, 2_000_000, 1_000_000)),
    ]
    #expect(try verdict("sliver", [Fixture.layer(level): [strip]]).findings.count == count)
    #expect(try verdict("sliver", [Fixture.layer(level): gap]).findings.count == count)
  }

  @Test func sliversNeedSomethingDrawn() throws {
    guard case .notRun = try verdict("sliver", [:]) else {
      Issue.record("an empty layout isn't clean")
      return
    }
  }
}
