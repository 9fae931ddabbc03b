extension Outline {
  /// Where a point lies relative to an outline.
  enum Side {
    case inside
    case on
    case outside
  }

  /// Returns where a point lies relative to the outline by the even-odd rule; exact for straight edges.
  func side(of point: Point) -> Side {
    guard isStraight else { return flattened().side(of: point) }
    var isInside = false
    var previous = vertices[vertices.count - 1].point
    for vertex in vertices {
      let next = vertex.point
      let turn = CanonicalContours.turn(previous, next, point)
      if turn == 0, Box(previous, next).touches(Box(point, point)) { return .on }
      if (previous.y > point.y) != (next.y > point.y), (turn > 0) == (next.y > previous.y) {
        isInside.toggle()
      }
      previous = next
    }
    return isInside ? .inside : .outside
  }

  /// Whether a point lies in the outline or on it, by the even-odd rule.
  public func containsOrTouches(_ point: Point) -> Bool {
    switch side(of: point) {
    case .inside, .on: true
    case .outside: false
    }
  }
}
