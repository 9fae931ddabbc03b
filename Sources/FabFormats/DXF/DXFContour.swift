import FabGeometry

/// A closed contour as it is cut, in canonical form: direction and first corner don't depend on the drawing.
struct DXFContour: Hashable, Comparable {
  /// The corners, from the lowest leftmost one.
  let vertices: [Vertex]

  /// Creates a contour, or `nil` where the outline has no area.
  init?(_ outline: Outline, isCounterclockwise: Bool) {
    let area = PointRing.doubleArea(outline.flattened().points)
    guard area != 0 else { return nil }
    var corners = outline.vertices
    if (area > 0) != isCounterclockwise { corners = Self.reversed(corners) }
    guard let start = corners.indices.min(by: { corners[$0].point < corners[$1].point }) else {
      return nil
    }
    vertices = Array(corners[start...] + corners[..<start])
  }

  /// The circle that the contour is, if its centre is on the grid.
  var circle: (center: Point, radius: Int32)? {
    guard vertices.count == 2 else { return nil }
    let (first, second) = (vertices[0].point, vertices[1].point)
    let isOnGrid =
      (Int(first.x) + Int(second.x)).isMultiple(of: 2)
      && (Int(first.y) + Int(second.y)).isMultiple(of: 2)
    return isOnGrid ? Outline(vertices).circle : nil
  }

  /// Orders by corners.
  static func < (left: DXFContour, right: DXFContour) -> Bool {
    left.vertices.map(\.point).lexicographicallyPrecedes(right.vertices.map(\.point))
  }

  /// Each edge keeps its arc, now left at its other end with the other turn.
  private static func reversed(_ corners: [Vertex]) -> [Vertex] {
    corners.indices.reversed()
      .map { index in
        let before = corners[(index + corners.count - 1) % corners.count]
        let arc = before.arc.map {
          Arc(radius: $0.radius, isCounterclockwise: !$0.isCounterclockwise)
        }
        return Vertex(corners[index].point, arc: arc)
      }
  }
}
