/// A closed contour of straight edges and arcs; the last vertex connects to the first.
public struct Outline: Hashable, Sendable {
  /// The corners in order; the first isn't repeated at the end.
  public let vertices: [Vertex]

  /// Creates an outline.
  ///
  /// - Precondition: There are at least two vertices, and at least three unless both edges are arcs.
  public init(_ vertices: [Vertex]) {
    precondition(
      vertices.count >= 3 || (vertices.count == 2 && vertices.allSatisfy { $0.arc != nil }),
      "an outline needs three vertices or two arcs, found \(vertices.count) vertices"
    )
    self.vertices = vertices
  }

  /// Creates a polygon outline of straight edges.
  public init(_ points: [Point]) {
    self.init(points.map { Vertex($0) })
  }

  /// Creates the outline of a box, counterclockwise from its lower left corner.
  public init(_ box: Box) {
    self.init([
      box.min, Point(x: box.max.x, y: box.min.y), box.max, Point(x: box.min.x, y: box.max.y),
    ])
  }

  /// Creates a circle: two semicircles, counterclockwise from its rightmost point.
  public init(center: Point, radius: Int32) {
    let arc = Arc(radius: radius, isCounterclockwise: true)
    self.init([
      Vertex(Point(x: center.x + radius, y: center.y), arc: arc),
      Vertex(Point(x: center.x - radius, y: center.y), arc: arc),
    ])
  }

  /// Creates a horizontal slot: two semicircles joined by straight edges.
  ///
  /// - Parameters:
  ///   - center: The middle of the slot.
  ///   - length: The distance between the centres of the semicircles, in nanometres; even.
  ///   - radius: The radius of the semicircles.
  public init(slotAt center: Point, length: Int32, radius: Int32) {
    let half = length / 2
    let arc = Arc(radius: radius, isCounterclockwise: true)
    self.init([
      Vertex(Point(x: center.x - half, y: center.y - radius)),
      Vertex(Point(x: center.x + half, y: center.y - radius), arc: arc),
      Vertex(Point(x: center.x + half, y: center.y + radius)),
      Vertex(Point(x: center.x - half, y: center.y + radius), arc: arc),
    ])
  }

  /// Creates a box with rounded corners, counterclockwise.
  ///
  /// - Precondition: Twice the radius fits the box.
  public init(_ box: Box, cornerRadius radius: Int32) {
    guard radius > 0 else {
      self.init(box)
      return
    }
    precondition(
      2 * Int(radius) <= Swift.min(box.width, box.height),
      "the corner radius doesn't fit the box"
    )
    let arc = Arc(radius: radius, isCounterclockwise: true)
    self.init([
      Vertex(Point(x: box.min.x + radius, y: box.min.y)),
      Vertex(Point(x: box.max.x - radius, y: box.min.y), arc: arc),
      Vertex(Point(x: box.max.x, y: box.min.y + radius)),
      Vertex(Point(x: box.max.x, y: box.max.y - radius), arc: arc),
      Vertex(Point(x: box.max.x - radius, y: box.max.y)),
      Vertex(Point(x: box.min.x + radius, y: box.max.y), arc: arc),
      Vertex(Point(x: box.min.x, y: box.max.y - radius)),
      Vertex(Point(x: box.min.x, y: box.min.y + radius), arc: arc),
    ])
  }

  /// Whether every edge is straight.
  public var isStraight: Bool { vertices.allSatisfy { $0.arc == nil } }

  /// The corners, arcs left aside.
  public var points: [Point] { vertices.map(\.point) }

  /// The circle that the outline is, if it consists of two semicircles.
  public var circle: (center: Point, radius: Int32)? {
    guard
      vertices.count == 2, let first = vertices[0].arc, let second = vertices[1].arc,
      first == second
    else { return nil }
    let (left, right) = (vertices[0].point, vertices[1].point)
    let (dx, dy) = (Int(left.x) - Int(right.x), Int(left.y) - Int(right.y))
    guard dx * dx + dy * dy == 4 * Int(first.radius) * Int(first.radius) else { return nil }
    return (Point((Int(left.x) + Int(right.x)) / 2, (Int(left.y) + Int(right.y)) / 2), first.radius)
  }
}
