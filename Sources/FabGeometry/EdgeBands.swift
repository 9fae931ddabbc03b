/// The edges of a few polygons by horizontal bands, to tell for many small ones whether they lie inside.
struct EdgeBands {
  private let edges: [BoundaryEdge]
  private let bottom: Int
  private let height: Int
  private let starts: [Int32]
  private let members: [Int32]

  /// Sorts the edges of disjoint polygons into bands.
  init(_ polygons: [Polygon]) {
    edges = Region.boundaryEdges(of: polygons)
    let low = edges.map { min($0.y0, $0.y1) }.min() ?? 0
    let high = edges.map { max($0.y0, $0.y1) }.max() ?? 0
    let count = max(1, min(edges.count, 4096))
    bottom = Int(low)
    height = (Int(high) - Int(low)) / count + 1
    var counts = [Int32](repeating: 0, count: count + 1)
    for edge in edges {
      for band in Self.bands(of: edge, bottom: bottom, height: height) { counts[band + 1] += 1 }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var sorted = [Int32](repeating: 0, count: Int(counts[count]))
    for (index, edge) in edges.enumerated() {
      for band in Self.bands(of: edge, bottom: bottom, height: height) {
        sorted[Int(counts[band])] = Int32(index)
        counts[band] += 1
      }
    }
    members = sorted
  }

  private static func bands(
    of edge: BoundaryEdge,
    bottom: Int,
    height: Int
  ) -> ClosedRange<Int> {
    (Int(min(edge.y0, edge.y1)) - bottom) / height...(Int(max(edge.y0, edge.y1)) - bottom) / height
  }

  /// Returns whether the box of any edge touches a box; if none does, the box is inside or outside as a whole.
  func touches(_ box: Box) -> Bool {
    let first = max(0, (Int(box.min.y) - bottom) / height)
    let last = min(starts.count - 2, (Int(box.max.y) - bottom) / height)
    guard Int(box.max.y) >= bottom, first <= last else { return false }
    return members[Int(starts[first])..<Int(starts[last + 1])]
      .contains { index in
        let edge = edges[Int(index)]
        return max(edge.x0, edge.x1) >= box.min.x && min(edge.x0, edge.x1) <= box.max.x
          && max(edge.y0, edge.y1) >= box.min.y && min(edge.y0, edge.y1) <= box.max.y
      }
  }

  /// Returns the index of the polygon around a point that lies on no edge; `nil` where there is none.
  func polygon(around point: Point) -> Int? {
    let band = (Int(point.y) - bottom) / height
    guard Int(point.y) >= bottom, band < starts.count - 1 else { return nil }
    var odd: [Int32] = []
    for index in members[Int(starts[band])..<Int(starts[band + 1])] {
      let edge = edges[Int(index)]
      guard (edge.y0 > point.y) != (edge.y1 > point.y) else { continue }
      // The edge crosses the ray to the right if the point lies on its left when it runs upwards.
      guard (edge.side(point.x, point.y) > 0) == (edge.y1 > edge.y0) else { continue }
      if let position = odd.firstIndex(of: edge.polygon) {
        odd.remove(at: position)
      } else {
        odd.append(edge.polygon)
      }
    }
    return odd.first.map { Int($0) }
  }
}
