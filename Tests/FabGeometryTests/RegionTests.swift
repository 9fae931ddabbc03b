import FabGeometry
import Testing

@Suite struct RegionTests {
  /// A generator whose sequence is the same everywhere (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private func randomBoxes(_ count: Int, seed: UInt64) -> [Box] {
    var generator = Seeded(state: seed)
    return (0..<count)
      .map { _ in
        let x = Int.random(in: 0..<28, using: &generator)
        let y = Int.random(in: 0..<28, using: &generator)
        return Box(
          x,
          y,
          x + Int.random(in: 1...8, using: &generator),
          y + Int.random(in: 1...8, using: &generator)
        )
      }
  }

  /// The unit squares that boxes cover: the independent witness.
  private func bitmap(_ boxes: [Box]) -> Set<Point> {
    var covered: Set<Point> = []
    for box in boxes {
      for x in box.min.x..<box.max.x {
        for y in box.min.y..<box.max.y { covered.insert(Point(x: x, y: y)) }
      }
    }
    return covered
  }

  @Test(arguments: 1...40)
  func combinesLikeABitmap(seed: UInt64) {
    let (left, right) = (randomBoxes(12, seed: seed), randomBoxes(9, seed: seed + 1000))
    let a = Region(left.map { Polygon($0) })
    let b = Region(right.map { Polygon($0) })
    let (x, y) = (bitmap(left), bitmap(right))
    #expect(a.doubledArea == 2 * Int128(x.count))
    #expect(a.union(b).doubledArea == 2 * Int128(x.union(y).count))
    #expect(a.intersection(b).doubledArea == 2 * Int128(x.intersection(y).count))
    #expect(a.subtracting(b).doubledArea == 2 * Int128(x.subtracting(y).count))
    #expect(a.symmetricDifference(b).doubledArea == 2 * Int128(x.symmetricDifference(y).count))
  }

  @Test(arguments: 1...20)
  func isTheSameInAnyOrderAndOrientation(seed: UInt64) {
    var generator = Seeded(state: seed)
    let polygons = randomBoxes(15, seed: seed).map { Polygon($0) }
    let reversed = polygons.shuffled(using: &generator)
      .map {
        Polygon(Outline($0.outer.points.reversed()))
      }
    #expect(Region(polygons) == Region(reversed))
  }

  @Test(arguments: 1...20)
  func agreesOnSlantedEdges(seed: UInt64) {
    // Triangles, so that the general booleans run; inclusion and exclusion is the witness.
    var generator = Seeded(state: seed)
    func triangle() -> Polygon {
      let points = (0..<3)
        .map { _ in
          Point(
            Int.random(in: 0...1_000_000, using: &generator),
            Int.random(in: 0...1_000_000, using: &generator)
          )
        }
      return Polygon(Outline(points))
    }
    let (a, b) = (Region([triangle()]), Region([triangle()]))
    let sum = Double(a.doubledArea + b.doubledArea)
    let both = Double(a.union(b).doubledArea + a.intersection(b).doubledArea)
    // Crossings are rounded to the grid: at most a nanometre along each edge.
    #expect(abs(sum - both) <= 6 * 1_414_214 * 2)
    #expect(a.symmetricDifference(a).isEmpty)
  }

  @Test func keepsHoles() {
    let ring = Region([Polygon(Box(0, 0, 30, 30))])
      .subtracting(Region([Polygon(Box(10, 10, 20, 20))]))
    #expect(ring.polygons.count == 1)
    #expect(ring.polygons[0].holes.count == 1)
    #expect(ring.doubledArea == 2 * 800)
    // A hole of one polygon is filled by another.
    #expect(
      Region(ring.polygons + [Polygon(Box(5, 5, 25, 25))]).polygons == [Polygon(Box(0, 0, 30, 30))]
    )
  }

  @Test func keepsSquaresThatTouchInACornerApart() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 10, 20, 20))])
    #expect(region.polygons.count == 2)
  }

  @Test func worksAtTheEndsOfTheCoordinateRange() {
    let low = Int(Int32.min)
    let high = Int(Int32.max)
    let all = Region([Polygon(Box(low, low, high, high))])
    #expect(all.doubledArea == 2 * Int128(high - low) * Int128(high - low))
    let half = all.subtracting(Region([Polygon(Box(low, low, 0, high))]))
    #expect(half.boundingBox == Box(0, low, high, high))
  }

  @Test func measuresACircle() {
    let circle = Region([Polygon(Outline(center: .zero, radius: 10_000_000))])
    // Chords within 0.5 µm: the area is short by less than 2/3 of the chord error times the perimeter.
    let exact = 100 * Double.pi
    #expect(circle.areaMm2 < exact)
    #expect(exact - circle.areaMm2 < 0.0005 * 2 * Double.pi * 10 * 2 / 3)
  }
}
