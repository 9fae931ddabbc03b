import FabGeometry
import Testing

/// Two boxes are combined without the engine where the result is a box: areas and identities must hold all the same.
@Suite struct BoxBooleanTests {
  /// All ways in which two intervals can lie, sides in common included.
  private static let intervals = [(0, 4), (0, 2), (2, 4), (1, 3), (4, 6), (-2, 0), (5, 9), (3, 8)]

  @Test func agreesWithTheEngineForAllPositions() {
    let fixed = Box(0, 0, 4, 4)
    for (x0, x1) in Self.intervals {
      for (y0, y1) in Self.intervals {
        let moving = Box(x0, y0, x1, y1)
        for (first, second) in [(fixed, moving), (moving, fixed)] { check(first, second) }
      }
    }
  }

  private func check(_ first: Box, _ second: Box) {
    let (one, two) = (Region([Polygon(first)]), Region([Polygon(second)]))
    let common = Int128(overlap(first, second)) * 2
    #expect(one.intersection(two).doubledArea == common)
    #expect(one.subtracting(two).doubledArea == one.doubledArea - common)
    #expect(one.union(two).doubledArea == one.doubledArea + two.doubledArea - common)
    let apart = one.doubledArea + two.doubledArea - 2 * common
    #expect(one.symmetricDifference(two).doubledArea == apart)
    // In pieces, the first is no box of its own, and the engine gives the same polygons.
    let pieces = one.subtracting(two).union(one.intersection(two))
    #expect(pieces == one)
    #expect(two.union(one) == one.union(two))
    #expect(one.intersection(two) == two.intersection(one))
  }

  private func overlap(_ first: Box, _ second: Box) -> Int {
    guard let common = first.intersection(second) else { return 0 }
    return common.width * common.height
  }
}
