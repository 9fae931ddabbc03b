import FabGeometry

/// Exact measures of closed rings of grid points.
enum PointRing {
  /// Returns twice the signed area of the triangle; greater than zero for a turn to the left.
  static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int128 {
    // Differences need 33 bits and their products 66.
    let ux = Int128(b.x) - Int128(a.x)
    let uy = Int128(b.y) - Int128(a.y)
    let vx = Int128(c.x) - Int128(a.x)
    let vy = Int128(c.y) - Int128(a.y)
    return ux * vy - uy * vx
  }

  /// Returns twice the signed area in square nanometres; greater than zero if counterclockwise.
  static func doubleArea(_ points: [Point]) -> Int128 {
    guard var last = points.last else { return 0 }
    var sum: Int128 = 0
    for point in points {
      sum += Int128(last.x) * Int128(point.y) - Int128(last.y) * Int128(point.x)
      last = point
    }
    return sum
  }

  /// Returns the ring without repeated neighbours.
  static func withoutRepetition(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points where result.last != point { result.append(point) }
    while result.count > 1, result.first == result.last { result.removeLast() }
    return result
  }

  /// Returns the ring counterclockwise, from its lowest leftmost point and without repeated neighbours.
  ///
  /// - Returns: `nil` where it has no area.
  static func counterclockwise(_ points: [Point]) -> [Point]? {
    var ring = withoutRepetition(points)
    let area = doubleArea(ring)
    guard area != 0 else { return nil }
    if area < 0 { ring.reverse() }
    guard let start = ring.indices.min(by: { ring[$0] < ring[$1] }) else { return nil }
    return Array(ring[start...] + ring[..<start])
  }
}
