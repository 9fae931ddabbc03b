import FabGeometry

/// Brings contours onto the nanometre grid: straight edges and circular arcs exactly, other curves as chords.
struct SVGOutlineBuilder {
  /// What a contour can't become.
  enum Failure: Error {
    case overflow(SVGPoint)
  }

  /// From the drawing's units to millimetres with `y` upwards.
  let transform: SVGAffine
  /// What happened to the contours.
  private(set) var findings: [SVGFinding: Int] = [:]

  private var vertices: [Vertex] = []
  private var position = Point.zero

  init(transform: SVGAffine) {
    self.transform = transform
  }

  /// How far from the grid a coordinate may lie without being counted, in nanometres.
  static let gridTolerance = 0.001

  /// Returns the outline of a contour, or `nil` if it's open or has no area.
  mutating func outline(_ contour: SVGContour, keepsOpen: Bool) throws(Failure) -> Outline? {
    vertices = []
    let start = try point(contour.start)
    position = start
    var from = contour.start
    for segment in contour.segments {
      try append(segment, from: from)
      from = segment.end
    }
    guard contour.isClosed || position == start else {
      count(keepsOpen ? .openReference : .openContour)
      return nil
    }
    if position != start { vertices.append(Vertex(position)) }
    let isClosedByArcs = vertices.count == 2 && vertices.allSatisfy { $0.arc != nil }
    guard vertices.count >= 3 || isClosedByArcs else {
      count(.emptyContour)
      return nil
    }
    let outline = Outline(vertices)
    guard Polygon(outline).hasRoomForArcs else { throw .overflow(contour.start) }
    // Two loops of opposite turns may cancel out, so zero alone says nothing.
    let flat = outline.flattened()
    guard flat.signedDoubledArea != 0 || !Region([Polygon(flat)]).isEmpty else {
      count(.emptyContour)
      return nil
    }
    return outline
  }

  private mutating func append(
    _ segment: SVGContour.Segment,
    from start: SVGPoint
  ) throws(Failure) {
    switch segment {
    case .line(let end):
      append(to: try point(end))
    case .quadratic(let control, let end):
      count(.flattenedCurve)
      let first = start + (2.0 / 3) * (control - start)
      let second = end + (2.0 / 3) * (control - end)
      try appendCubic([start, first, second, end].map(millimetres), to: end)
    case .cubic(let first, let second, let end):
      count(.flattenedCurve)
      try appendCubic([start, first, second, end].map(millimetres), to: end)
    case .arc(let arc):
      guard arc.radiusX > 0, arc.radiusY > 0 else {
        append(to: try point(arc.end))
        return
      }
      let size = max(arc.radiusX, arc.radiusY)
      if let scale = transform.scaleOfCircles, abs(arc.radiusX - arc.radiusY) <= 1e-9 * size {
        try appendCircular(arc, scale: scale)
      } else {
        try appendElliptical(arc, from: start)
      }
    }
  }

  /// Appends a circular arc, cut in two where it's more than a semicircle.
  private mutating func appendCircular(
    _ arc: SVGEllipticalArc,
    scale: Double
  ) throws(Failure) {
    let end = try point(arc.end)
    guard end != position else { return }
    let turn = arc.isSweep == (transform.determinant > 0)
    let chord = SVGPoint(
      x: Double(end.x) - Double(position.x),
      y: Double(end.y) - Double(position.y)
    )
    var radius = try snap(arc.radiusX * scale, at: arc.end)
    let half = chord.length / 2
    if half > Double(radius) + 1 {
      count(.enlargedRadius)
      radius = try coordinate(half.rounded(.up), at: arc.end)
    }
    let shape = Arc(radius: radius, isCounterclockwise: turn)
    // Within a nanometre of a semicircle both ways round are the same.
    if arc.isLarge, Double(radius) - half > 1 {
      let height = max(0, Double(radius) * Double(radius) - half * half).squareRoot()
      let side: Double = turn ? 1 : -1
      let outward = (side / chord.length) * SVGPoint(x: chord.y, y: -chord.x)
      let middle = SVGPoint(x: Double(position.x), y: Double(position.y)) + 0.5 * chord
      let apex = middle + (height + Double(radius)) * outward
      let x = try coordinate(apex.x.rounded(), at: arc.end)
      let y = try coordinate(apex.y.rounded(), at: arc.end)
      vertices.append(Vertex(position, arc: shape))
      position = Point(x: x, y: y)
    }
    vertices.append(Vertex(position, arc: shape))
    position = end
  }

  private mutating func appendElliptical(
    _ arc: SVGEllipticalArc,
    from start: SVGPoint
  ) throws(Failure) {
    guard start != arc.end else { return }
    count(.flattenedEllipse)
    let frame = SVGEllipseFrame(arc, from: start)
    if frame.isEnlarged { count(.enlargedRadius) }
    let limit = Double(Outline.defaultChordError) / 1e6
    let inner = frame.points { first, second in
      let ends = transform.apply(frame.point(first)) + transform.apply(frame.point(second))
      let arc = transform.apply(frame.point(frame.middle(first, second)))
      return (arc - 0.5 * ends).length <= limit
    }
    for point in inner { append(to: try rounded(millimetres(point))) }
    append(to: try point(arc.end))
  }

  /// Appends chords of a cubic curve.
  ///
  /// > Source: Wang's formula: `n` chords keep within `6 / 8 * m / n^2`, with `m` the largest second difference
  /// > of the control points.
  private mutating func appendCubic(_ points: [SVGPoint], to end: SVGPoint) throws(Failure) {
    let first = points[0] - 2 * points[1] + points[2]
    let second = points[1] - 2 * points[2] + points[3]
    let difference = max(first.length, second.length)
    let limit = Double(Outline.defaultChordError) / 1e6
    let wanted = (0.75 * difference / limit).squareRoot().rounded(.up)
    guard wanted.isFinite else { throw .overflow(end) }
    let parts = Int(min(max(1, wanted), 20_000))
    for part in 1..<max(2, parts) where parts > 1 {
      let t = Double(part) / Double(parts)
      let u = 1 - t
      var point = (u * u * u) * points[0]
      point = point + (3 * u * u * t) * points[1]
      point = point + (3 * u * t * t) * points[2]
      point = point + (t * t * t) * points[3]
      append(to: try rounded(point))
    }
    append(to: try point(end))
  }

  private mutating func append(to end: Point) {
    guard end != position else { return }
    vertices.append(Vertex(position))
    position = end
  }

  private func millimetres(_ point: SVGPoint) -> SVGPoint { transform.apply(point) }

  /// Returns a drawn point on the grid, and counts it if it's off the grid.
  private mutating func point(_ point: SVGPoint) throws(Failure) -> Point {
    let target = millimetres(point)
    return Point(x: try snap(target.x, at: point), y: try snap(target.y, at: point))
  }

  private mutating func snap(_ millimetres: Double, at point: SVGPoint) throws(Failure) -> Int32 {
    let exact = millimetres * 1e6
    let nearest = exact.rounded()
    let result = try coordinate(nearest, at: point)
    if abs(exact - nearest) > Self.gridTolerance { count(.offGrid) }
    return result
  }

  /// Returns a computed point on the grid.
  private func rounded(_ millimetres: SVGPoint) throws(Failure) -> Point {
    let x = try coordinate((millimetres.x * 1e6).rounded(), at: millimetres)
    return Point(x: x, y: try coordinate((millimetres.y * 1e6).rounded(), at: millimetres))
  }

  private func coordinate(_ nanometres: Double, at point: SVGPoint) throws(Failure) -> Int32 {
    guard let result = Int32(exactly: nanometres) else { throw .overflow(point) }
    return result
  }

  private mutating func count(_ finding: SVGFinding) { findings[finding, default: 0] += 1 }
}
