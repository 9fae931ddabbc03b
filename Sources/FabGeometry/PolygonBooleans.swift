import CPolygonBooleans

/// Calls the integer booleans of Boost.Polygon and brings their results into canonical form.
enum PolygonBooleans {
  enum Operation {
    case union
    case intersection
    case difference
    case symmetricDifference

    fileprivate var code: pcu_boolean_operation {
      switch self {
      case .union: PCU_UNION
      case .intersection: PCU_INTERSECTION
      case .difference: PCU_DIFFERENCE
      case .symmetricDifference: PCU_SYMMETRIC_DIFFERENCE
      }
    }
  }

  /// Returns the canonical polygons of a combination.
  ///
  /// - Precondition: All edges are straight.
  static func combine(
    _ left: [Polygon],
    _ right: [Polygon],
    _ operation: Operation
  ) -> [Polygon] {
    if left.isEmpty, right.isEmpty { return [] }
    let first = ContourBuffer(left)
    let second = ContourBuffer(right)
    let result = first.withContours { left in
      second.withContours { right in pcu_polygon_boolean(left, right, operation.code) }
    }
    guard let result else { preconditionFailure("polygon booleans ran out of memory") }
    defer { pcu_boolean_free(result) }
    return polygons(of: pcu_boolean_contours(result))
      .sorted { first, second in
        first.outer.points.lexicographicallyPrecedes(second.outer.points)
      }
  }

  private static func polygons(of contours: pcu_contours) -> [Polygon] {
    var polygons: [Polygon] = []
    var outer: Outline?
    var holes: [Outline] = []
    var offset = 0
    func close() {
      if let outer {
        let sorted = holes.sorted { $0.points.lexicographicallyPrecedes($1.points) }
        polygons.append(Polygon(outer, holes: sorted))
      }
      holes = []
    }
    for contour in 0..<Int(contours.contour_count) {
      let count = Int(contours.lengths[contour])
      let points = (0..<count)
        .map { index in
          Point(
            x: contours.coordinates[offset + 2 * index],
            y: contours.coordinates[offset + 2 * index + 1]
          )
        }
      offset += 2 * count
      let isHole = contours.is_hole[contour] != 0
      guard let outline = Outline(canonical: points, isCounterclockwise: !isHole) else { continue }
      if isHole {
        holes.append(outline)
      } else {
        close()
        outer = outline
      }
    }
    close()
    return polygons
  }
}

/// Polygons as flat arrays for C.
private struct ContourBuffer {
  private var coordinates: [Int32] = []
  private var lengths: [Int32] = []
  private var isHole: [UInt8] = []

  init(_ polygons: [Polygon]) {
    for polygon in polygons {
      for (index, outline) in polygon.outlines.enumerated() {
        for vertex in outline.vertices {
          precondition(vertex.arc == nil, "booleans need straight edges")
          coordinates.append(vertex.point.x)
          coordinates.append(vertex.point.y)
        }
        lengths.append(Int32(outline.vertices.count))
        isHole.append(index == 0 ? 0 : 1)
      }
    }
  }

  func withContours<Result>(_ body: (pcu_contours) -> Result) -> Result {
    coordinates.withUnsafeBufferPointer { coordinates in
      lengths.withUnsafeBufferPointer { lengths in
        isHole.withUnsafeBufferPointer { isHole in
          body(
            pcu_contours(
              coordinates: coordinates.baseAddress,
              lengths: lengths.baseAddress,
              is_hole: isHole.baseAddress,
              contour_count: Int64(lengths.count)
            )
          )
        }
      }
    }
  }
}
