import FabGeometry

/// The tangent of a quarter of an arc's angle, by which DXF gives the shape of an edge.
///
/// > Source: Autodesk, *DXF Reference*, LWPOLYLINE, group code 42.
enum DXFBulge {
  /// Returns the bulge of an edge; greater than zero if it turns left.
  static func value(of arc: Arc, from start: Point, to end: Point) -> Double {
    let half = distance(start, end) / 2
    let radius = Double(arc.radius)
    // tan(angle / 4) = half / (radius + height) with the height of the centre over the chord.
    let height = max(0, radius * radius - half * half).squareRoot()
    let bulge = min(1, half / (radius + height))
    return arc.isCounterclockwise ? bulge : -bulge
  }

  /// Returns the arc of an edge whose bulge is at most 1 in magnitude, or `nil` where it's straight.
  static func arc(of bulge: Double, from start: Point, to end: Point) -> Arc? {
    let chord = distance(start, end)
    guard bulge != 0, chord > 0 else { return nil }
    let radius = (chord * (1 + bulge * bulge) / (4 * abs(bulge))).rounded()
    // A radius beyond the grid is a line to less than a nanometre over any mask.
    guard radius < Double(Int32.max) else { return nil }
    let smallest = (chord / 2 - 1e-9).rounded(.up)
    return Arc(radius: Int32(max(radius, smallest)), isCounterclockwise: bulge > 0)
  }

  private static func distance(_ start: Point, _ end: Point) -> Double {
    let (dx, dy) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
    return (dx * dx + dy * dy).squareRoot()
  }
}
