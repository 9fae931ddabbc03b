import FabGeometry

/// Joins holes to the boundary around them by bridges between corners.
enum HoleBridges {
  /// Returns one ring that runs through the outer boundary, along each bridge, round its hole and back.
  ///
  /// The hole that reaches farthest to the right goes first: from its rightmost corner some corner of
  /// the ring is always in sight.
  ///
  /// - Parameters:
  ///   - outer: The outer boundary, counterclockwise.
  ///   - holes: The holes, clockwise.
  /// - Returns: `nil` where no corner is in sight, because outlines cross or touch.
  static func ring(outer: [Point], holes: [[Point]]) -> [Point]? {
    var rest = holes.compactMap { hole in
      hole.indices.max { (hole[$0].x, hole[$0].y) < (hole[$1].x, hole[$1].y) }
        .map { start in Array(hole[start...] + hole[..<start]) }
    }
    rest.sort { ($0[0].x, $0[0].y) > ($1[0].x, $1[0].y) }
    var ring = outer
    for (index, hole) in rest.enumerated() {
      guard let anchor = anchor(of: hole, in: ring, obstacles: rest[(index + 1)...]) else {
        return nil
      }
      ring.insert(contentsOf: hole + [hole[0], ring[anchor]], at: anchor + 1)
    }
    return ring
  }

  /// Returns the nearest corner of the ring that the first corner of the hole sees.
  private static func anchor(
    of hole: [Point],
    in ring: [Point],
    obstacles: ArraySlice<[Point]>
  ) -> Int? {
    let eye = hole[0]
    func distance(_ index: Int) -> Int128 {
      let dx = Int128(ring[index].x) - Int128(eye.x)
      let dy = Int128(ring[index].y) - Int128(eye.y)
      return dx * dx + dy * dy
    }
    let candidates = ring.indices.map { (distance: distance($0), index: $0) }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    for candidate in candidates {
      let corner = ring[candidate.index]
      let before = ring[(candidate.index + ring.count - 1) % ring.count]
      let after = ring[(candidate.index + 1) % ring.count]
      guard
        corner != eye, sees(corner, eye, before: before, after: after),
        isFree(from: eye, to: corner, of: ring), isFree(from: eye, to: corner, of: hole),
        obstacles.allSatisfy({ isFree(from: eye, to: corner, of: $0) })
      else { continue }
      return candidate.index
    }
    return nil
  }

  /// Whether a point lies strictly inside the angle of a corner.
  private static func sees(_ corner: Point, _ point: Point, before: Point, after: Point) -> Bool {
    let isLeftOfEntry = PointRing.turn(before, corner, point) > 0
    let isLeftOfExit = PointRing.turn(corner, after, point) > 0
    let isConvex = PointRing.turn(before, corner, after) > 0
    return isConvex ? isLeftOfEntry && isLeftOfExit : isLeftOfEntry || isLeftOfExit
  }

  /// Whether a segment neither crosses nor touches the ring, but for its own ends.
  private static func isFree(from start: Point, to end: Point, of ring: [Point]) -> Bool {
    guard var last = ring.last else { return true }
    for point in ring {
      defer { last = point }
      if point != start, point != end, lies(point, from: start, to: end) { return false }
      guard last != start, last != end, point != start, point != end else { continue }
      let a = PointRing.turn(start, end, last).signum()
      let b = PointRing.turn(start, end, point).signum()
      guard a != b else { continue }
      let c = PointRing.turn(last, point, start).signum()
      let d = PointRing.turn(last, point, end).signum()
      if c != d { return false }
    }
    return true
  }

  private static func lies(_ point: Point, from start: Point, to end: Point) -> Bool {
    PointRing.turn(start, end, point) == 0 && Box(start, end).contains(Box(point, point))
  }
}
