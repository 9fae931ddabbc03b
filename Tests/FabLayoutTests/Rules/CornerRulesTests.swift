import FabGeometry
import FabLayout
import Testing

/// Angles and radii of corners on laser-cut foil: 45°, 20 µm, 5 % of the area.
@Suite struct CornerRulesTests {
  private typealias Fixture = RuleFixture

  private func verdict(_ id: String, _ polygons: [Polygon]) throws -> RuleVerdict {
    try #require(Fixture.verdict(id, Fixture.context([Fixture.layer("AU"): polygons])))
  }

  @Test func acceptsHalfARightAngle() throws {
    let triangle = Outline([Point(0, 0), Point(1_000_000, 0), Point(0, 1_000_000)])
    #expect(try verdict("acute-angle", [Polygon(triangle)]) == .clean)
  }

  @Test func findsOneNanometreLess() throws {
    let triangle = Outline([Point(0, 0), Point(1_000_000, 0), Point(0, 999_999)])
    let findings = try verdict("acute-angle", [Polygon(triangle)]).findings
    #expect(findings.map(\.box) == [Box(1_000_000, 0, 1_000_000, 0)])
    #expect(findings.map(\.measured) == ["44.999°"])
  }

  @Test func findsATipOfMetal() throws {
    let notched = Outline([
      Point(0, 0), Point(4_000_000, 0), Point(4_000_000, 4_000_000), Point(2_400_000, 4_000_000),
      Point(2_000_000, 1_000_000), Point(1_600_000, 4_000_000), Point(0, 4_000_000),
    ])
    let findings = try verdict("acute-angle", [Polygon(notched)]).findings
    #expect(findings.map(\.box) == [Box(2_000_000, 1_000_000, 2_000_000, 1_000_000)])
  }

  @Test(arguments: [(Int32(20_000), 0), (19_999, 4)])
  func demandsArcsThatTheToolCanFollow(radius: Int32, count: Int) throws {
    let rounded = Polygon(Outline(Box(0, 0, 1_000_000, 1_000_000), cornerRadius: radius))
    let findings = try verdict("corner-radius", [rounded]).findings
    #expect(findings.map(\.measured) == Array(repeating: "radius 0.019999 mm", count: count))
  }

  /// Four right corners lose (4 - π) r² together: 5 % of a square of side r √((4 - π) / 0.05), 82 868 nm.
  @Test(arguments: [(82_870, 0), (82_860, 1)])
  func demandsThatRoundingCostsLittle(side: Int, count: Int) throws {
    let findings = try verdict("corner-radius", [Polygon(Box(0, 0, side, side))]).findings
    #expect(findings.count == count)
  }
}
