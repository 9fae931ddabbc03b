/// A corner of an outline and the shape of the edge that leaves it.
public struct Vertex: Hashable, Sendable {
  /// The corner.
  public let point: Point
  /// The arc of the edge to the next vertex; `nil` for a straight edge.
  public let arc: Arc?

  /// Creates a vertex.
  public init(_ point: Point, arc: Arc? = nil) {
    self.point = point
    self.arc = arc
  }
}
