extension Transform {
  /// Returns where a point goes, rounded to the grid; `nil` where it leaves the 32-bit range.
  ///
  /// Quarter turns without magnification are exact.
  public func apply(_ point: Point) -> Point? {
    let x = Int(point.x)
    let y = isMirrored ? -Int(point.y) : Int(point.y)
    guard isRigidOnGrid else {
      let (cosine, sine) = Self.cosineAndSine(degrees: rotation)
      let turnedX = (magnification * (Double(x) * cosine - Double(y) * sine)).rounded()
      let turnedY = (magnification * (Double(x) * sine + Double(y) * cosine)).rounded()
      guard abs(turnedX) < 1e10, abs(turnedY) < 1e10 else { return nil }
      return Point(exactly: Int(turnedX) + Int(offset.x), Int(turnedY) + Int(offset.y))
    }
    let turned =
      switch rotation {
      case 90: (-y, x)
      case 180: (-x, -y)
      case 270: (y, -x)
      default: (x, y)
      }
    return Point(exactly: turned.0 + Int(offset.x), turned.1 + Int(offset.y))
  }

  /// Returns where an outline goes; `nil` where it leaves the 32-bit range.
  public func apply(_ outline: Outline) -> Outline? {
    var vertices: [Vertex] = []
    vertices.reserveCapacity(outline.vertices.count)
    for vertex in outline.vertices {
      guard let point = apply(vertex.point) else { return nil }
      guard let arc = vertex.arc else {
        vertices.append(Vertex(point))
        continue
      }
      guard let radius = Int32(exactly: (Double(arc.radius) * magnification).rounded()) else {
        return nil
      }
      let turn = arc.isCounterclockwise != isMirrored
      vertices.append(Vertex(point, arc: Arc(radius: radius, isCounterclockwise: turn)))
    }
    return Outline(vertices)
  }

  /// Returns where a polygon goes; `nil` where it leaves the 32-bit range.
  public func apply(_ polygon: Polygon) -> Polygon? {
    guard let outer = apply(polygon.outer) else { return nil }
    var holes: [Outline] = []
    for hole in polygon.holes {
      guard let placed = apply(hole) else { return nil }
      holes.append(placed)
    }
    return Polygon(outer, holes: holes)
  }

  /// Returns the placement that first does `inner`, then this one; `nil` where the offset overflows.
  public func concatenated(with inner: Transform) -> Transform? {
    guard let offset = apply(inner.offset) else { return nil }
    return Transform(
      offset: offset,
      rotation: rotation + (isMirrored ? -inner.rotation : inner.rotation),
      magnification: magnification * inner.magnification,
      isMirrored: isMirrored != inner.isMirrored
    )
  }
}
