import FabGeometry
import FabNumerics
import Testing

@Suite struct RegionTests {
  @Test func anEmptyAreaHasNothing() {
    #expect(Region().isEmpty)
    #expect(Region().boundingBox == nil)
    #expect(Region().doubledArea == 0)
    #expect(Region([Polygon]()) == Region())
  }

  @Test func overlappingBoxesMergeToTheirUnion() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(5, 5, 20, 12))])
    #expect(region.polygons.count == 1)
    #expect(region.doubledArea == 2 * (100 + 105 - 25))
    #expect(region.boundingBox == Box(0, 0, 20, 12))
    let corners = [(0, 0), (10, 0), (10, 5), (20, 5), (20, 12), (5, 12), (5, 10), (0, 10)]
    #expect(region.polygons.first?.outer.points == corners.map { Point($0.0, $0.1) })
  }

  @Test func abuttingBoxesBecomeOneWithoutStraightCorners() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 0, 20, 10))])
    #expect(region == Region([Polygon(Box(0, 0, 20, 10))]))
  }

  @Test func boxesThatTouchInACornerStayTwoPolygons() {
    let region = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 10, 20, 20))])
    #expect(region.polygons == [Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 10, 20, 20))])
    let diamonds = Region([diamond(at: 0), diamond(at: 200)])
    #expect(diamonds.polygons.count == 2)
  }

  @Test func aHoleThatTouchesTheOuterBoundaryInACornerStaysAHole() {
    let frame = Region([Polygon(Box(0, 0, 30, 30))])
    let cut = Region([Polygon(Outline([Point(15, 0), Point(20, 10), Point(10, 10)]))])
    let result = frame.subtracting(cut)
    #expect(result.doubledArea == 1800 - 100)
    #expect(result.polygons.count == 1)
    let corners = Region([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 10, 20, 20))])
    let rest = Region([Polygon(Box(-5, -5, 25, 25))]).subtracting(corners)
    #expect(rest.polygons.count == 1)
    #expect(rest.polygons.first?.holes.count == 2)
  }

  @Test func aRingKeepsItsHole() {
    let ring = Region([Polygon(Box(0, 0, 30, 30))])
      .subtracting(Region([Polygon(Box(10, 10, 20, 20))]))
    #expect(ring.polygons.count == 1)
    #expect(ring.polygons.first?.holes == [Outline(Box(10, 10, 20, 20)).clockwise])
    #expect(ring.doubledArea == 1600)
    #expect(!ring.contains(Point(15, 15)))
    #expect(ring.contains(Point(10, 15)))
    #expect(ring.contains(Point(5, 5)))
    #expect(!ring.contains(Point(31, 5)))
  }

  @Test func holesOfInputPolygonsCountWhateverTheirDirection() {
    let hole = Outline(Box(10, 10, 20, 20))
    for outline in [hole, hole.reversed] {
      for outer in [Outline(Box(0, 0, 30, 30)), Outline(Box(0, 0, 30, 30)).reversed] {
        #expect(Region([Polygon(outer, holes: [outline])]).doubledArea == 1600)
      }
    }
  }

  @Test func aPolygonThatFillsTheHoleOfAnotherClosesIt() {
    let ring = Polygon(Outline(Box(0, 0, 30, 30)), holes: [Outline(Box(10, 10, 20, 20))])
    #expect(Region([ring, Polygon(Box(10, 10, 20, 20))]) == Region([Polygon(Box(0, 0, 30, 30))]))
  }

  @Test func selfCrossingPolygonsFollowTheEvenOddRule() {
    let bowTie = Polygon(Outline([Point(0, 0), Point(20, 20), Point(20, 0), Point(0, 20)]))
    #expect(Region([bowTie]).doubledArea == 400)
    let twice = Polygon(
      Outline(
        [(0, 0), (30, 0), (30, 20), (10, 20), (10, 10), (20, 10), (20, 30), (0, 30)]
          .map { Point($0.0, $0.1) }
      )
    )
    // Columns of width 10: 0 to 30, then 0 to 10 and 20 to 30 around what it winds about twice, then 0 to 20.
    #expect(Region([twice]).doubledArea == 2 * 10 * (30 + 20 + 20))
  }

  @Test func aCircleHasTheAreaOfItsChords() {
    let circle = Region([Polygon(Outline(center: Point(0, 0), radius: 50_000_000))])
    let exact = Double.pi * 50 * 50
    #expect(circle.areaMm2 < exact)
    // A chord with sagitta s loses at most two thirds of s along its length.
    #expect(circle.areaMm2 > exact - 2 * Double.pi * 50 * 500e-6)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func randomBoxesGiveTheSquaresOfABitmap(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let size = 24
    for _ in 0..<25 {
      let first = boxes(Int.random(in: 1...14, using: &generator), size, &generator)
      let second = boxes(Int.random(in: 1...14, using: &generator), size, &generator)
      let (a, b) = (Region(first.map { Polygon($0) }), Region(second.map { Polygon($0) }))
      let (p, q) = (Bitmap(size: size, boxes: first), Bitmap(size: size, boxes: second))
      let results: [(Region, Bitmap)] = [
        (a, p),
        (a.union(b), p.combined(q) { $0 || $1 }),
        (a.intersection(b), p.combined(q) { $0 && $1 }),
        (a.subtracting(b), p.combined(q) { $0 && !$1 }),
        (a.symmetricDifference(b), p.combined(q) { $0 != $1 }),
      ]
      for (region, bitmap) in results {
        #expect(Bitmap(size: size, region: region) == bitmap)
        #expect(region.doubledArea == Int128(2 * bitmap.count))
        #expect(region.polygons.count == bitmap.pieces)
        #expect(Region(region.polygons) == region)
      }
      #expect(
        a.union(b).doubledArea + a.intersection(b).doubledArea == a.doubledArea + b.doubledArea
      )
      #expect(a.symmetricDifference(a).isEmpty)
      #expect(a.subtracting(b).union(a.intersection(b)) == a)
    }
  }

  @Test func aRingAmongManyHolesLeavesItsMiddle() {
    let ring = Polygon(Outline(Box(20, 20, 50, 50)), holes: [Outline(Box(30, 30, 40, 40))])
    let boxes = (0..<12).map { Polygon(Box(100 + 10 * $0, 20, 105 + 10 * $0, 30)) }
    let sheet = Region([Polygon(Box(0, 0, 400, 100))])
    let metal = sheet.subtracting(Region(boxes + [ring]))
    #expect(metal.doubledArea == 2 * (40_000 - 12 * 50 - 800))
    #expect(metal.polygons.map(\.holes.count) == [13, 0])
    #expect(metal.polygons.last == Polygon(Box(30, 30, 40, 40)))
  }

  /// A frame against many small boxes takes the way around the boolean engine.
  @Test(arguments: [UInt64(31), 32, 33])
  func manySmallBoxesInFewLargeOnesGiveTheSquaresOfABitmap(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let size = 60
    for _ in 0..<12 {
      let small = (0..<60)
        .map { _ in
          let x = Int.random(in: 0..<size - 4, using: &generator)
          let y = Int.random(in: 0..<size - 4, using: &generator)
          let width = Int.random(in: 1...4, using: &generator)
          return Box(x, y, x + width, y + Int.random(in: 1...4, using: &generator))
        }
      let frame = Region([Polygon(Box(3, 2, 55, 57))])
        .subtracting(Region([Polygon(Box(20, 20, 38, 41)), Polygon(Box(44, 10, 50, 15))]))
      let boxes = Region(small.map { Polygon($0) })
      let (p, q) = (Bitmap(size: size, region: frame), Bitmap(size: size, boxes: small))
      let results: [(Region, Bitmap)] = [
        (frame.union(boxes), p.combined(q) { $0 || $1 }),
        (boxes.union(frame), p.combined(q) { $0 || $1 }),
        (frame.intersection(boxes), p.combined(q) { $0 && $1 }),
        (boxes.intersection(frame), p.combined(q) { $0 && $1 }),
        (frame.subtracting(boxes), p.combined(q) { $0 && !$1 }),
        (boxes.subtracting(frame), p.combined(q) { !$0 && $1 }),
        (frame.symmetricDifference(boxes), p.combined(q) { $0 != $1 }),
        (boxes.symmetricDifference(frame), p.combined(q) { $0 != $1 }),
      ]
      for (region, bitmap) in results {
        #expect(Bitmap(size: size, region: region) == bitmap)
        #expect(region.doubledArea == Int128(2 * bitmap.count))
        #expect(region.polygons.count == bitmap.pieces)
        // Merging its own polygons anew goes through the engine and must give the same value.
        #expect(Region(region.polygons) == region)
      }
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func theOrderOfTheInputDoesNotMatter(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<30 {
      var polygons = boxes(20, 60, &generator).map { Polygon($0) }
      polygons += (0..<6).map { _ in triangle(60, &generator) }
      let region = Region(polygons)
      for _ in 0..<4 {
        polygons.shuffle(using: &generator)
        let turned = polygons.map { polygon in
          Polygon(Bool.random(using: &generator) ? polygon.outer : polygon.outer.reversed)
        }
        #expect(Region(turned) == region)
      }
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func growingMovesSquaresByTheSameStep(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let input = boxes(6, 40, &generator)
        .map { box in
          Box(
            Int(box.min.x) + 10,
            Int(box.min.y) + 10,
            Int(box.max.x) + 10,
            Int(box.max.y) + 10
          )
        }
      let region = Region(input.map { Polygon($0) })
      let bitmap = Bitmap(size: 60, boxes: input)
      #expect(Bitmap(size: 60, region: region.grown(by: 3)) == bitmap.grown(by: 3))
      let outside = bitmap.combined(bitmap) { first, _ in !first }
      let shrunk = outside.grown(by: 2).combined(outside) { first, _ in !first }
      #expect(Bitmap(size: 60, region: region.grown(by: -2)) == shrunk)
    }
  }

  @Test func growingATriangleRoundsItsCorners() {
    let triangle = Region([
      Polygon(Outline([Point(0, 0), Point(4_000_000, 0), Point(0, 3_000_000)]))
    ])
    let grown = triangle.grown(by: 1_000_000)
    // Steiner: area + perimeter * r + pi * r^2.
    let expected = 6 + 12 + Double.pi
    #expect(abs(grown.areaMm2 - expected) < 2 * Double.pi * 500e-6)
    // Shrunk by its inradius minus a bit, a triangle keeps its angles: (1 - d / 1 mm)^2 of the area.
    let shrunk = triangle.grown(by: -500_000)
    #expect(abs(shrunk.areaMm2 - 6 * 0.25) < 0.02)
    #expect(triangle.grown(by: -1_000_001).isEmpty)
  }

  @Test func coordinatesBeyondTheLimitAreRefused() async {
    let limit = Region.coordinateLimit
    let edge = Polygon(Box(-limit, -limit, limit, limit))
    #expect(Region.accepts(edge))
    #expect(Region([edge]).doubledArea == Int128(8) * Int128(limit) * Int128(limit))
    let extreme = Polygon(Box(Int(Int32.min), Int(Int32.min), Int(Int32.max), Int(Int32.max)))
    #expect(!Region.accepts(extreme))
    #expect(extreme.doubledArea == 2 * ((Int128(1) << 32) - 1) * ((Int128(1) << 32) - 1))
    await #expect(processExitsWith: .failure) {
      _ = Region([Polygon(Box(0, 0, (1 << 30) + 1, 5))])
    }
    await #expect(processExitsWith: .failure) {
      _ = Region([Polygon(Outline([Point(0, 0), Point((1 << 30) + 1, 5), Point(0, 9)]))])
    }
    await #expect(processExitsWith: .failure) {
      _ = Region([Polygon(Box(0, 0, 1 << 30, 5))]).grown(by: 1)
    }
  }

  private func diamond(at x: Int) -> Polygon {
    Polygon(
      Outline([Point(x - 100, 0), Point(x, -100), Point(x + 100, 0), Point(x, 100)])
    )
  }

  private func boxes(
    _ count: Int,
    _ size: Int,
    _ generator: inout SplitMix64
  ) -> [Box] {
    (0..<count)
      .map { _ in
        let x = Int.random(in: 0..<size - 1, using: &generator)
        let y = Int.random(in: 0..<size - 1, using: &generator)
        let width = Int.random(in: 1...min(12, size - x), using: &generator)
        let height = Int.random(in: 1...min(12, size - y), using: &generator)
        return Box(x, y, x + width, y + height)
      }
  }

  private func triangle(_ size: Int, _ generator: inout SplitMix64) -> Polygon {
    let points = (0..<3)
      .map { _ in
        Point(
          Int.random(in: 0..<size, using: &generator) * 1000,
          Int.random(in: 0..<size, using: &generator) * 1000
        )
      }
    return Polygon(Outline(points))
  }
}

extension Outline {
  /// The outline in the form of a hole: clockwise from its smallest point.
  fileprivate var clockwise: Outline {
    let points = self.points.reversed()
    let start = points.min().flatMap { points.firstIndex(of: $0) } ?? points.startIndex
    return Outline(Array(points[start...]) + Array(points[..<start]))
  }
}
