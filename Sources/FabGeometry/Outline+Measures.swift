extension Outline {
  /// The exact doubled area in square nanometres: positive if the outline runs counterclockwise.
  ///
  /// Arcs count as the chords of the default chord error. A self-crossing outline counts with signs.
  public var signedDoubledArea: Int128 {
    guard isStraight else { return flattened().signedDoubledArea }
    var sum: Int128 = 0
    var previous = vertices[vertices.count - 1].point
    for vertex in vertices {
      let next = vertex.point
      sum += Int128(previous.x) * Int128(next.y) - Int128(next.x) * Int128(previous.y)
      previous = next
    }
    return sum
  }

  /// The smallest upright box around the outline, arcs taken as chords of the default chord error.
  ///
  /// Extremes of semicircles and of quarter arcs of rounded boxes are exact.
  public var boundingBox: Box {
    guard isStraight else { return flattened().boundingBox }
    var (x0, y0) = (Int32.max, Int32.max)
    var (x1, y1) = (Int32.min, Int32.min)
    for vertex in vertices {
      x0 = min(x0, vertex.point.x)
      y0 = min(y0, vertex.point.y)
      x1 = max(x1, vertex.point.x)
      y1 = max(y1, vertex.point.y)
    }
    return Box(Point(x: x0, y: y0), Point(x: x1, y: y1))
  }

  /// The length in nanometres, arcs taken as chords of the default chord error.
  public var perimeter: Double {
    let points = flattened().points
    var sum = 0.0
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      let dx = Double(next.x) - Double(point.x)
      let dy = Double(next.y) - Double(point.y)
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }

  /// The outline with the same edges in the opposite direction.
  public var reversed: Outline {
    let count = vertices.count
    return Outline(
      (0..<count)
        .map { index in
          let vertex = vertices[count - 1 - index]
          let arc = vertices[(2 * count - 2 - index) % count].arc
          return Vertex(
            vertex.point,
            arc: arc.map { Arc(radius: $0.radius, isCounterclockwise: !$0.isCounterclockwise) }
          )
        }
    )
  }

  /// Whether every edge is straight and runs along an axis.
  public var isUpright: Bool {
    var previous = vertices[vertices.count - 1].point
    for vertex in vertices {
      guard
        vertex.arc == nil, vertex.point.x == previous.x || vertex.point.y == previous.y
      else { return false }
      previous = vertex.point
    }
    return true
  }
}
