extension Region {
  /// Returns for each of some polygons the index of the polygon of this area that it lies in.
  ///
  /// - Parameter parts: Polygons with straight edges, each within one polygon of this area or in none.
  /// - Returns: The indices in the order of `parts`; `nil` for a part that no polygon contains.
  /// - Complexity: O(*n* + *m*) for *n* corners of evenly spread polygons and *m* parts.
  public func indicesOfPolygons(around parts: [Polygon]) -> [Int?] {
    let boxes = polygons.map(\.boundingBox)
    let diagonals = boxes.map { box in
      BoundaryEdge(x0: box.min.x, y0: box.min.y, x1: box.max.x, y1: box.max.y, polygon: 0)
    }
    let grid = EdgeGrid(diagonals, reach: 0)
    var outers: [Int: OutlineSlabs] = [:]
    func contains(_ polygon: Int, _ point: Point) -> Bool {
      let outline = polygons[polygon].outer
      guard outline.vertices.count > OutlineSlabs.threshold else {
        return outline.containsOrTouches(point)
      }
      let slabs = outers[polygon] ?? OutlineSlabs(outline)
      outers[polygon] = slabs
      return slabs.side(of: point) != .outside
    }
    return parts.map { part in
      let box = part.boundingBox
      return grid.edges(around: box.min)
        .first { index in
          let polygon = Int(index)
          guard boxes[polygon].contains(box) else { return false }
          return part.outer.vertices.allSatisfy { vertex in
            contains(polygon, vertex.point)
              && !polygons[polygon].holes.contains { $0.side(of: vertex.point) == .inside }
          }
        }
        .map { Int($0) }
    }
  }
}
