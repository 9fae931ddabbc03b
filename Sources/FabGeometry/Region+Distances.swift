extension Region {
  /// Returns where the area itself is narrower than a limit.
  ///
  /// Each pair of edges of one polygon counts that face each other through its inside at any angle below a
  /// right one, by Euclidean distance. Edges with a common corner don't: a corner is judged by its angle.
  ///
  /// - Parameter limit: The least width in nanometres; exactly this width is wide enough.
  /// - Returns: The places, sorted.
  /// - Complexity: O(*n*) for *n* evenly spread edges that are about as long as the limit or longer.
  public func narrowPlaces(below limit: Int) -> [NarrowPlace] {
    places(below: limit, between: boundaryEdges, withinPolygons: true)
  }

  /// Returns where the space between polygons, or in a notch or hole of one, is narrower than a limit.
  ///
  /// Corners in which polygons touch are places of distance 0.
  ///
  /// - Parameter limit: The least width in nanometres; exactly this width is wide enough.
  /// - Returns: The places, sorted.
  /// - Complexity: O(*n*) for *n* evenly spread edges that are about as long as the limit or longer.
  public func gaps(below limit: Int) -> [NarrowPlace] {
    guard limit > 0 else { return [] }
    let edges = boundaryEdges.map(\.reversed)
    let touching = Self.repeatedCorners(of: edges)
      .map { NarrowPlace(distance: 0, box: Box($0, $0)) }
    return (touching + places(below: limit, between: edges, withinPolygons: false)).sorted()
  }

  /// Returns where this area and another, which are apart, come closer than a limit.
  ///
  /// - Parameters:
  ///   - other: The other area; places where the areas overlap aren't reported.
  ///   - limit: The least distance in nanometres; exactly this distance is far enough.
  ///   - isExempt: Whether a polygon of this area and one of the other, by their indices, may be close.
  /// - Returns: The places, sorted.
  public func gaps(
    to other: Region,
    below limit: Int,
    exempting isExempt: (Int, Int) -> Bool = { _, _ in false }
  ) -> [NarrowPlace] {
    Self.places(
      between: boundaryEdges.map(\.reversed),
      and: other.boundaryEdges.map(\.reversed),
      below: limit,
      exempting: isExempt
    )
  }

  /// Returns where the margin of this area around another one within it is narrower than a limit.
  ///
  /// - Parameters:
  ///   - inner: The area within this one; parts of it outside aren't reported.
  ///   - limit: The least margin in nanometres; exactly this margin is wide enough.
  /// - Returns: The places, sorted.
  public func margins(around inner: Region, below limit: Int) -> [NarrowPlace] {
    Self.places(
      between: boundaryEdges,
      and: inner.boundaryEdges.map(\.reversed),
      below: limit,
      exempting: { _, _ in false }
    )
  }

  private static func places(
    between first: [BoundaryEdge],
    and second: [BoundaryEdge],
    below limit: Int,
    exempting isExempt: (Int, Int) -> Bool
  ) -> [NarrowPlace] {
    guard limit > 0 else { return [] }
    let count = first.count
    let edges = first + second
    var places: [NarrowPlace] = []
    EdgeGrid(edges, reach: limit)
      .forEachPair { one, two in
        guard (one < count) != (two < count) else { return }
        let (a, b) = (edges[min(one, two)], edges[max(one, two)])
        let place =
          a.facing(b, below: Double(limit), mayBeNeighbours: false) ?? a.coinciding(with: b)
        if let place, !isExempt(Int(a.polygon), Int(b.polygon)) { places.append(place) }
      }
    return places.sorted()
  }

  /// The edges of all outlines, the area to their left.
  var boundaryEdges: [BoundaryEdge] { Self.boundaryEdges(of: polygons) }

  /// Returns the edges of all outlines of canonical polygons, the area to their left.
  static func boundaryEdges(of polygons: [Polygon]) -> [BoundaryEdge] {
    var edges: [BoundaryEdge] = []
    for (index, polygon) in polygons.enumerated() {
      append(polygon.outer, of: index, to: &edges)
      for hole in polygon.holes { append(hole, of: index, to: &edges) }
    }
    return edges
  }

  private static func append(
    _ outline: Outline,
    of polygon: Int,
    to edges: inout [BoundaryEdge]
  ) {
    var previous = outline.vertices[outline.vertices.count - 1].point
    for vertex in outline.vertices {
      let next = vertex.point
      edges.append(
        BoundaryEdge(
          x0: previous.x,
          y0: previous.y,
          x1: next.x,
          y1: next.y,
          polygon: Int32(polygon)
        )
      )
      previous = next
    }
  }

  private func places(
    below limit: Int,
    between edges: [BoundaryEdge],
    withinPolygons: Bool
  ) -> [NarrowPlace] {
    guard limit > 0 else { return [] }
    var places: [NarrowPlace] = []
    let grid = EdgeGrid(edges, reach: limit)
    edges.withUnsafeBufferPointer { edges in
      grid.forEachPair { first, second in
        let (a, b) = (edges[first], edges[second])
        guard !withinPolygons || a.polygon == b.polygon else { return }
        if let place = a.facing(b, below: Double(limit)) { places.append(place) }
      }
    }
    return places.sorted()
  }

  private static func repeatedCorners(of edges: [BoundaryEdge]) -> [Point] {
    let corners = edges.map { Point(x: $0.x0, y: $0.y0) }.sorted()
    var repeated: [Point] = []
    for (first, second) in zip(corners, corners.dropFirst())
    where first == second && repeated.last != first {
      repeated.append(first)
    }
    return repeated
  }
}
