import CPolygonBooleans

/// Straight polygons in flat arrays, as the boolean engine takes them.
struct FlatPolygons {
  private(set) var coordinates: [Int32] = []
  private(set) var contourLengths: [Int32] = []
  private(set) var polygonLengths: [Int32] = []
  private(set) var isUpright = true

  /// Adds a polygon with straight edges.
  mutating func append(_ polygon: Polygon) {
    append(polygon.outer)
    for hole in polygon.holes { append(hole) }
    polygonLengths.append(Int32(1 + polygon.holes.count))
  }

  private mutating func append(_ outline: Outline) {
    contourLengths.append(Int32(outline.vertices.count))
    for vertex in outline.vertices {
      coordinates.append(vertex.point.x)
      coordinates.append(vertex.point.y)
    }
    if isUpright { isUpright = outline.isUpright }
  }

  /// Calls `body` with pointers to the arrays.
  func withPointers<R>(_ body: (UnsafePointer<PCUPolygons>) -> R) -> R {
    coordinates.withUnsafeBufferPointer { coordinates in
      contourLengths.withUnsafeBufferPointer { contours in
        polygonLengths.withUnsafeBufferPointer { polygons in
          var value = PCUPolygons(
            coordinates: coordinates.baseAddress,
            contourLengths: contours.baseAddress,
            polygonLengths: polygons.baseAddress,
            polygonCount: Int64(polygons.count)
          )
          return withUnsafePointer(to: &value, body)
        }
      }
    }
  }

  /// Returns the contours of a result, polygon after polygon.
  static func contours(of result: PCUPolygonResult) -> [[[Point]]] {
    guard
      let coordinates = result.coordinates, let contourLengths = result.contourLengths,
      let polygonLengths = result.polygonLengths
    else { return [] }
    var polygons: [[[Point]]] = []
    polygons.reserveCapacity(Int(result.polygonCount))
    var (contour, position) = (0, 0)
    for polygon in 0..<Int(result.polygonCount) {
      var contours: [[Point]] = []
      for _ in 0..<Int(polygonLengths[polygon]) {
        let count = Int(contourLengths[contour])
        contours.append(
          (position..<position + count)
            .map { Point(x: coordinates[2 * $0], y: coordinates[2 * $0 + 1]) }
        )
        contour += 1
        position += count
      }
      polygons.append(contours)
    }
    return polygons
  }
}
