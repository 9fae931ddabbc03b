import FabGeometry

/// Nests closed contours by the even-odd rule: one inside another is its hole, one inside that an island.
enum ContourNesting {
  /// Returns the polygons, in the order of their outer contours.
  ///
  /// - Complexity: O(*n*²) comparisons of boxes for *n* contours.
  static func polygons(of outlines: [Outline]) -> [Polygon] {
    let rings = outlines.map { PointRing.counterclockwise($0.flattened().points) ?? [] }
    let boxes = rings.map { ring in
      ring.reduce(Box(ring.first ?? .zero, ring.first ?? .zero)) { $0.union(Box($1, $1)) }
    }
    let areas = rings.map { PointRing.doubleArea($0) }
    var depths = outlines.map { _ in 0 }
    var parents: [Int?] = outlines.map { _ in nil }
    for inner in outlines.indices {
      for outer in outlines.indices
      where areas[outer] > areas[inner] && boxes[outer].contains(boxes[inner]) {
        guard isInside(rings[inner], of: rings[outer]) else { continue }
        depths[inner] += 1
        if let parent = parents[inner], areas[parent] <= areas[outer] { continue }
        parents[inner] = outer
      }
    }
    var holes: [Int: [Outline]] = [:]
    for index in outlines.indices where !depths[index].isMultiple(of: 2) {
      if let parent = parents[index] { holes[parent, default: []].append(outlines[index]) }
    }
    return outlines.indices.filter { depths[$0].isMultiple(of: 2) }
      .map { Polygon(outlines[$0], holes: holes[$0] ?? []) }
  }

  /// Whether the first point of a ring that isn't on the other one lies inside it.
  private static func isInside(_ ring: [Point], of other: [Point]) -> Bool {
    for point in ring {
      if let answer = contains(point, other) { return answer }
    }
    return true
  }

  /// Whether a ring contains a point, `nil` if the point lies on it.
  private static func contains(_ point: Point, _ ring: [Point]) -> Bool? {
    guard var last = ring.last else { return false }
    var isInside = false
    for next in ring {
      defer { last = next }
      let isLastAbove = last.y > point.y
      let isNextAbove = next.y > point.y
      if isLastAbove == isNextAbove {
        let isLevel = last.y == point.y && next.y == point.y
        let isBetween = min(last.x, next.x) <= point.x && point.x <= max(last.x, next.x)
        if (isLevel && isBetween) || next == point { return nil }
        continue
      }
      let turn = PointRing.turn(last, next, point)
      if turn == 0 { return nil }
      if (turn > 0) == isNextAbove { isInside.toggle() }
    }
    return isInside
  }
}
