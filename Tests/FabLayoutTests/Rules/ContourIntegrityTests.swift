import FabGeometry
import FabLayout
import Testing

@Suite struct ContourIntegrityTests {
  private typealias Fixture = RuleFixture

  private func measured(_ polygons: [Polygon]) -> [String] {
    let context = Fixture.context([Fixture.layer("AU"): polygons])
    return Fixture.verdict("contour-integrity", context)?.findings.map(\.measured) ?? ["no rule"]
  }

  @Test func findsAContourDrawnTwice() {
    let box = Box(0, 0, 10, 10)
    let other = Polygon(Outline(Outline(box).points.reversed()))
    #expect(measured([Polygon(box), other]) == ["drawn twice"])
  }

  @Test func findsABowTie() {
    let bow = Outline([Point(0, 0), Point(10, 10), Point(10, 0), Point(0, 20)])
    #expect(measured([Polygon(bow)]) == ["crosses or touches itself"])
  }

  @Test func findsAContourThatTouchesItself() {
    let touching = Outline([
      Point(0, 0), Point(10, 0), Point(10, 10), Point(5, 0), Point(0, 10),
    ])
    #expect(measured([Polygon(touching)]) == ["crosses or touches itself"])
  }

  @Test func findsAContourWithoutArea() {
    #expect(measured([Polygon(Outline([Point(0, 0), Point(10, 0), Point(5, 0)]))]) == ["no area"])
  }

  @Test func acceptsCirclesAndCrosses() {
    let cross = Region([Polygon(Box(-12, -1, 12, 1)), Polygon(Box(-1, -12, 1, 12))]).polygons
    #expect(measured(cross + [Polygon(Outline(center: Point(100_000, 0), radius: 50_000))]) == [])
  }
}
