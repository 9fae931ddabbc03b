import CPolygonBooleans

/// What to make of two areas.
enum BooleanOperation {
  case union
  case intersection
  case difference
  case symmetricDifference

  /// Whether a part of the first area that the second is apart from stays.
  var keepsFirst: Bool {
    switch self {
    case .union, .difference, .symmetricDifference: true
    case .intersection: false
    }
  }

  /// Whether a part of the second area that the first is apart from stays.
  var keepsSecond: Bool {
    switch self {
    case .union, .symmetricDifference: true
    case .intersection, .difference: false
    }
  }

  /// Whether a part that both areas share stays.
  var keepsCommon: Bool {
    switch self {
    case .intersection: true
    // A union keeps it too, but as a part of the area around it.
    case .union, .difference, .symmetricDifference: false
    }
  }

  /// Whether a polygon of one area that lies inside the other becomes a hole.
  func makesHole(ofInnerSecond isSecond: Bool) -> Bool {
    switch self {
    case .difference: isSecond
    case .symmetricDifference: true
    case .union, .intersection: false
    }
  }

  /// Returns the result for two boxes where it's a box or nothing; `nil` where the engine has to look.
  ///
  /// Films lie around devices as boxes around boxes: most of what an extraction asks.
  func combine(_ first: Box, _ second: Box) -> [Polygon]? {
    switch self {
    case .intersection:
      guard let common = first.intersection(second), common.width > 0, common.height > 0 else {
        return []
      }
      return [Polygon(common)]
    case .difference: return second.contains(first) ? [] : nil
    case .union:
      if first.contains(second) { return [Polygon(first)] }
      return second.contains(first) ? [Polygon(second)] : nil
    case .symmetricDifference: return first == second ? [] : nil
    }
  }

  /// Returns the result for straight polygons, in canonical form but unsorted.
  ///
  /// - Precondition: Coordinates are within ``Region/coordinateLimit``, and memory suffices.
  func combine(_ first: FlatPolygons, _ second: FlatPolygons) -> [Polygon] {
    var result = PCUPolygonResult()
    let status = first.withPointers { first in
      second.withPointers { second in pcu_polygons_combine(code, first, second, &result) }
    }
    return Self.polygons(of: &result, status: status)
  }

  /// Returns merged upright polygons with every edge moved outwards, in canonical form but unsorted.
  ///
  /// - Precondition: The result is within ``Region/coordinateLimit``, and memory suffices.
  static func growUpright(_ polygons: FlatPolygons, by distance: Int32) -> [Polygon] {
    var result = PCUPolygonResult()
    let status = polygons.withPointers { pcu_polygons_grow_upright($0, distance, &result) }
    return Self.polygons(of: &result, status: status)
  }

  private var code: Int32 {
    switch self {
    case .union: Int32(PCU_UNION)
    case .intersection: Int32(PCU_INTERSECTION)
    case .difference: Int32(PCU_DIFFERENCE)
    case .symmetricDifference: Int32(PCU_SYMMETRIC_DIFFERENCE)
    }
  }

  private static func polygons(of result: inout PCUPolygonResult, status: Int32) -> [Polygon] {
    precondition(
      status != PCU_OUT_OF_RANGE,
      "coordinates of areas must be within ±\(Region.coordinateLimit) nm"
    )
    precondition(status == PCU_OK, "the boolean engine ended with code \(status)")
    defer { pcu_polygons_release(&result) }
    return CanonicalContours.polygons(from: FlatPolygons.contours(of: result))
  }
}
