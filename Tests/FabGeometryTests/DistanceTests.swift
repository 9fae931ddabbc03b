import FabGeometry
import FabNumerics
import Foundation
import Testing

@Suite struct DistanceTests {
  @Test func aWidthAtTheLimitIsWideEnough() {
    let region = Region([Polygon(Box(0, 0, 100_000, 5_000_000))])
    #expect(region.narrowPlaces(below: 100_000).isEmpty)
    #expect(
      region.narrowPlaces(below: 100_001)
        == [NarrowPlace(distance: 100_000, box: Box(0, 0, 100_000, 5_000_000))]
    )
  }

  @Test func aGapAtTheLimitIsWideEnough() {
    let region = Region([Polygon(Box(0, 0, 50, 90)), Polygon(Box(80, 40, 200, 500))])
    #expect(region.gaps(below: 30).isEmpty)
    #expect(region.gaps(below: 31) == [NarrowPlace(distance: 30, box: Box(50, 40, 80, 90))])
  }

  @Test func cornersAreMeasuredDiagonally() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(13, 14, 30, 30))])
    #expect(region.gaps(below: 5).isEmpty)
    let places = region.gaps(below: 6)
    #expect(Set(places) == [NarrowPlace(distance: 5, box: Box(10, 10, 13, 14))])
  }

  @Test func touchingCornersAreAGapOfNothing() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 10, 20, 20))])
    #expect(region.gaps(below: 1) == [NarrowPlace(distance: 0, box: Box(10, 10, 10, 10))])
  }

  @Test func notchesAndHolesAreGaps() {
    let notched = Region([Polygon(Box(0, 0, 100, 100))])
      .subtracting(Region([Polygon(Box(40, 50, 60, 100))]))
    #expect(notched.gaps(below: 21).map(\.distance) == [20])
    let ring = Region([Polygon(Box(0, 0, 100, 100))])
      .subtracting(Region([Polygon(Box(30, 30, 70, 45))]))
    #expect(ring.gaps(below: 16).map(\.distance) == [15])
    #expect(ring.narrowPlaces(below: 31).map(\.distance) == [30, 30, 30])
  }

  @Test func slantedEdgesHaveTheirTrueDistance() {
    // A band along (3, 4) of width 5 * 8 / 5: its corners are exact.
    let band = Region([
      Polygon(Outline([Point(0, 0), Point(8, -6), Point(308, 394), Point(300, 400)]))
    ])
    #expect(band.narrowPlaces(below: 10).isEmpty)
    #expect(band.narrowPlaces(below: 11).map(\.distance) == [10])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func findsThePlacesThatAllPairsOfEdgesGive(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<20 {
      let region = randomRegion(slanted: round % 2 == 1, &generator)
      let limit = Int.random(in: 2...30, using: &generator)
      let found = region.gaps(below: limit).map(\.distance).min()
      let expected = smallestGap(region, below: limit)
      #expect((found == nil) == (expected == nil), "seed \(seed), round \(round)")
      #expect(abs((found ?? 0) - (expected ?? 0)) < 1e-9, "seed \(seed), round \(round)")
      let boxes = region.polygons.compactMap(\.box)
      let narrow = boxes.filter { min($0.width, $0.height) < limit }
      let widths = Region(boxes.map { Polygon($0) }).narrowPlaces(below: limit)
      #expect(Set(widths.map(\.box)).isSuperset(of: narrow))
      #expect(widths.allSatisfy { place in narrow.contains { $0.contains(place.box) } })
    }
  }

  /// The least distance of two points on different polygons, from all corners and edges.
  private func smallestGap(_ region: Region, below limit: Int) -> Double? {
    let outlines = region.polygons.map(\.outer.points)
    var least = Double.infinity
    for i in outlines.indices {
      for j in outlines.indices where i != j {
        for p in outlines[i] {
          for (k, a) in outlines[j].enumerated() {
            let b = outlines[j][(k + 1) % outlines[j].count]
            let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
            let t = (Double(p.x - a.x) * dx + Double(p.y - a.y) * dy) / (dx * dx + dy * dy)
            let s = min(1, max(0, t))
            let (u, v) = (Double(a.x) + s * dx - Double(p.x), Double(a.y) + s * dy - Double(p.y))
            least = min(least, (u * u + v * v).squareRoot())
          }
        }
      }
    }
    return least < Double(limit) ? least : nil
  }

  /// Convex pieces on separate squares of 60, so that no polygon has notches.
  private func randomRegion(slanted: Bool, _ generator: inout SplitMix64) -> Region {
    var polygons: [Polygon] = []
    for row in 0..<6 {
      for column in 0..<6 {
        let (x, y) = (60 * column, 60 * row)
        let box = Box(
          x + Int.random(in: 0...20, using: &generator),
          y + Int.random(in: 0...20, using: &generator),
          x + Int.random(in: 30...59, using: &generator),
          y + Int.random(in: 30...59, using: &generator)
        )
        guard slanted else {
          polygons.append(Polygon(box))
          continue
        }
        let (x0, y0, x1, y1) = (Int(box.min.x), Int(box.min.y), Int(box.max.x), Int(box.max.y))
        let (u, v) = ((x0 + x1) / 2, (y0 + y1) / 2)
        polygons.append(
          Polygon(Outline([Point(u, y0), Point(x1, v), Point(u, y1), Point(x0, v)]))
        )
      }
    }
    return Region(polygons)
  }
}
