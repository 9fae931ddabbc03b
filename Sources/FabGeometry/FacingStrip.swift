/// A strip between two long straight edges that face each other across the outside of an area.
///
/// On a mask whose openings are the area, it's a strip of metal: a tongue, held at one end, where both edges
/// bound one opening, and a bridge, held at both, where they bound two.
public struct FacingStrip: Hashable, Sendable {
  /// The distance of the edges in nanometres.
  public let width: Double
  /// How long they run beside each other, in nanometres.
  public let length: Double
  /// The box around the strip.
  public let box: Box
  /// Whether both edges bound one polygon.
  public let isWithinOnePolygon: Bool
}

extension Region {
  /// Returns the strips outside the area that are longer than a limit and longer than wide.
  ///
  /// Of the strips along one edge, only the narrowest is returned. Edges that are shorter than the limit don't
  /// count, so that a strip bounded by steps or arcs isn't found.
  ///
  /// - Parameter limit: The length in nanometres.
  /// - Returns: The strips in the order of the edges.
  /// - Complexity: O(*k*²) where *k* is the number of edges longer than the limit.
  public func strips(longerThan limit: Double) -> [FacingStrip] {
    let edges = boundaryEdges.map(\.reversed).filter { $0.length > limit }
    var strips: [FacingStrip] = []
    for (index, edge) in edges.enumerated() {
      var nearest: (strip: FacingStrip, other: Int)?
      for (position, other) in edges.enumerated() where position != index {
        let length = edge.commonLength(with: other)
        guard
          length > limit, length < .infinity, let place = edge.facing(other, below: length),
          place.distance > 0, place.distance < nearest?.strip.width ?? .infinity
        else { continue }
        let strip = FacingStrip(
          width: place.distance,
          length: length,
          box: place.box,
          isWithinOnePolygon: edge.polygon == other.polygon
        )
        nearest = (strip, position)
      }
      if let nearest, !strips.contains(nearest.strip) { strips.append(nearest.strip) }
    }
    return strips
  }
}
