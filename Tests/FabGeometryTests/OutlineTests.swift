import FabGeometry
import Testing

@Suite struct OutlineTests {
  @Test func flattensCircleWithinChordError() {
    let outline = Outline(center: Point(1000, -2000), radius: 50_000_000).flattened(chordError: 500)
    #expect(outline.isStraight)
    #expect(outline.points.count > 500 && outline.points.count < 2000)
    for point in outline.points {
      let (dx, dy) = (Double(point.x) - 1000, Double(point.y) + 2000)
      #expect(abs((dx * dx + dy * dy).squareRoot() - 50_000_000) < 1)
    }
  }

  @Test func bulgesToTheSideOfItsTurn() {
    let slot = Outline(slotAt: .zero, length: 2_000_000, radius: 1_000_000).flattened()
    #expect(slot.points.map(\.x).max() == 2_000_000)
    #expect(slot.points.map(\.x).min() == -2_000_000)
    let rounded = Outline(Box(0, 0, 10_000, 10_000), cornerRadius: 2000).flattened(chordError: 1)
    #expect(
      rounded.points.allSatisfy { (0...10_000).contains($0.x) && (0...10_000).contains($0.y) }
    )
    // The corner's apex: (1 - 1/√2) of the radius away from both edges.
    #expect(rounded.points.contains(Point(586, 586)))
  }

  @Test func recognisesCircles() {
    #expect(Outline(center: Point(3, 4), radius: 7).circle?.center == Point(3, 4))
    #expect(Outline(Box(0, 0, 5, 5)).circle == nil)
  }
}
