/// The form that makes equal areas equal values.
///
/// Contours have no repeated or collinear corners and start at their smallest one; outer contours run
/// counterclockwise, holes clockwise; areas that touch in a corner are separate polygons; everything is sorted.
enum CanonicalContours {
  /// Returns polygons from merged contours, the first of each an outer boundary.
  static func polygons(from merged: [[[Point]]]) -> [Polygon] {
    var result: [Polygon] = []
    result.reserveCapacity(merged.count)
    for contours in merged {
      guard contours.contains(where: hasRepeatedPoint) || sharesPoints(contours) else {
        guard let first = contours.first, let outer = outline(first, counterclockwise: true) else {
          continue
        }
        let holes = contours.dropFirst().compactMap { outline($0, counterclockwise: false) }
        result.append(Polygon(outer, holes: sorted(holes)))
        continue
      }
      result += ContourTracer.polygons(from: contours)
    }
    return result
  }

  /// Returns a contour in canonical form; `nil` where nothing of its area is left.
  static func outline(_ points: [Point], counterclockwise: Bool) -> Outline? {
    let corners = withoutStraightCorners(points)
    guard corners.count >= 3 else { return nil }
    var outline = Outline(corners)
    let area = outline.signedDoubledArea
    guard area != 0 else { return nil }
    if (area > 0) != counterclockwise { outline = outline.reversed }
    return startingAtSmallest(outline)
  }

  /// Returns outlines ordered by their first points, then all others.
  static func sorted(_ outlines: [Outline]) -> [Outline] {
    outlines.count < 2 ? outlines : outlines.sorted(by: precedes)
  }

  /// Returns polygons in their order.
  static func sorted(_ polygons: [Polygon]) -> [Polygon] {
    polygons.sorted { left, right in
      let (first, second) = (left.outer.vertices[0].point, right.outer.vertices[0].point)
      guard first == second else { return first < second }
      guard left.outer == right.outer else { return precedes(left.outer, right.outer) }
      return left.holes.lexicographicallyPrecedes(right.holes, by: precedes)
    }
  }

  private static func precedes(_ left: Outline, _ right: Outline) -> Bool {
    let (first, second) = (left.vertices[0].point, right.vertices[0].point)
    guard first == second else { return first < second }
    return left.vertices.lexicographicallyPrecedes(right.vertices) { $0.point < $1.point }
  }

  private static func startingAtSmallest(_ outline: Outline) -> Outline {
    let vertices = outline.vertices
    let start = vertices.indices.min { vertices[$0].point < vertices[$1].point } ?? 0
    return start == 0 ? outline : Outline(Array(vertices[start...] + vertices[..<start]))
  }

  private static func withoutStraightCorners(_ points: [Point]) -> [Point] {
    var corners: [Point] = []
    corners.reserveCapacity(points.count)
    for point in points {
      while corners.count >= 2,
        isStraight(corners[corners.count - 2], corners[corners.count - 1], point)
      {
        corners.removeLast()
      }
      if corners.last != point { corners.append(point) }
    }
    while corners.count >= 3 {
      let count = corners.count
      if corners[0] == corners[count - 1]
        || isStraight(corners[count - 2], corners[count - 1], corners[0])
      {
        corners.removeLast()
      } else if isStraight(corners[count - 1], corners[0], corners[1]) {
        corners.removeFirst()
      } else {
        break
      }
    }
    return corners
  }

  private static func isStraight(_ a: Point, _ b: Point, _ c: Point) -> Bool {
    turn(a, b, c) == 0
  }

  /// Returns the cross product of the edges from `a` to `b` and from `b` to `c`: positive for a left turn.
  static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int128 {
    Int128(Int(b.x) - Int(a.x)) * Int128(Int(c.y) - Int(b.y))
      - Int128(Int(b.y) - Int(a.y)) * Int128(Int(c.x) - Int(b.x))
  }

  private static func hasRepeatedPoint(_ contour: [Point]) -> Bool {
    guard contour.count > 4 else { return false }
    let points = contour.first == contour.last ? contour.dropLast() : contour[...]
    if points.count <= 12 {
      for i in points.indices.dropLast() where points[(i + 1)...].contains(points[i]) {
        return true
      }
      return false
    }
    return Set(points).count != points.count
  }

  private static func sharesPoints(_ contours: [[Point]]) -> Bool {
    guard contours.count > 1 else { return false }
    var seen: Set<Point> = []
    for contour in contours {
      let points = Set(contour)
      guard seen.isDisjoint(with: points) else { return true }
      seen.formUnion(points)
    }
    return false
  }
}
