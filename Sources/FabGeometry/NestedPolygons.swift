/// What becomes of many small polygons that meet a few large ones, as the openings of a mask meet its sheet.
///
/// A small polygon whose box no edge of a large one touches lies inside or outside as a whole: it stays, goes or
/// becomes a hole, and the boolean engine never sees it.
struct NestedPolygons {
  /// The small polygons that stay.
  private(set) var kept: [Polygon] = []
  /// The small polygons that meet edges of large ones.
  private(set) var remaining: [Polygon] = []
  private var holes: [Outline] = []

  /// Decides about the small polygons.
  ///
  /// - Parameters:
  ///   - many: The small polygons, canonical and disjoint.
  ///   - few: The large polygons, canonical and disjoint.
  ///   - operation: What to make of both.
  ///   - manyAreSecond: Whether the small polygons are the second area of the operation.
  init(_ many: [Polygon], in few: [Polygon], _ operation: BooleanOperation, manyAreSecond: Bool) {
    let bands = EdgeBands(few)
    let boxes = many.map(\.boundingBox)
    let becomesHole = operation.makesHole(ofInnerSecond: manyAreSecond)
    var isAlone = [Bool](repeating: !becomesHole, count: many.count)
    if becomesHole {
      for cluster in BoxClusters(boxes).members where cluster.count == 1 {
        isAlone[cluster[0]] = many[cluster[0]].holes.isEmpty
      }
    }
    for (index, polygon) in many.enumerated() {
      if bands.touches(boxes[index]) {
        remaining.append(polygon)
      } else if bands.polygon(around: polygon.outer.vertices[0].point) == nil {
        if manyAreSecond ? operation.keepsSecond : operation.keepsFirst { kept.append(polygon) }
      } else if !becomesHole {
        if operation.keepsCommon { kept.append(polygon) }
      } else if isAlone[index] {
        holes.append(polygon.outer)
      } else {
        remaining.append(polygon)
      }
    }
  }

  /// Returns polygons with the small ones that became holes cut out of them.
  func cutting(_ polygons: [Polygon]) -> [Polygon] {
    guard !holes.isEmpty else { return polygons }
    let bands = EdgeBands(polygons)
    var holesOfPolygon = polygons.map(\.holes)
    for hole in holes {
      let points = hole.points
      guard let owner = bands.polygon(around: points[0]) else { continue }
      // A canonical outline turned around is canonical again: it starts at the same smallest point.
      holesOfPolygon[owner].append(Outline([points[0]] + points.dropFirst().reversed()))
    }
    return zip(polygons, holesOfPolygon)
      .map { Polygon($0.outer, holes: CanonicalContours.sorted($1)) }
  }
}
