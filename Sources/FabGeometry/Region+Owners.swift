extension Region {
  /// Returns for each of some polygons the index of the polygon of this area that it lies in.
  ///
  /// - Parameter parts: Polygons with straight edges, each within one polygon of this area or in none.
  /// - Returns: The indices in the order of `parts`; `nil` for a part that no polygon contains.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* polygons of about equal width and *m* parts.
  public func indicesOfPolygons(around parts: [Polygon]) -> [Int?] {
    let boxes = polygons.map(\.boundingBox)
    let byLeft = boxes.indices.sorted { boxes[$0].min.x < boxes[$1].min.x }
    let widest = boxes.map(\.width).max() ?? 0
    return parts.map { part in
      let box = part.boundingBox
      // The first polygon that may still reach the part's left side.
      var (low, high) = (0, byLeft.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(boxes[byLeft[middle]].min.x) < Int(box.min.x) - widest {
          low = middle + 1
        } else {
          high = middle
        }
      }
      for index in byLeft[low...] {
        if boxes[index].min.x > box.min.x { break }
        guard boxes[index].contains(box) else { continue }
        let polygon = polygons[index]
        let isInside = part.outer.points.allSatisfy { point in
          polygon.outer.containsOrTouches(point)
            && !polygon.holes.contains { $0.side(of: point) == .inside }
        }
        if isInside { return index }
      }
      return nil
    }
  }
}
