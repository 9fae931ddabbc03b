extension Region {
  /// Returns what is in this area, in another, or in both.
  public func union(_ other: Region) -> Region { combined(.union, other) }

  /// Returns what is in both areas.
  public func intersection(_ other: Region) -> Region { combined(.intersection, other) }

  /// Returns what is in this area but not in another.
  public func subtracting(_ other: Region) -> Region { combined(.difference, other) }

  /// Returns what is in exactly one of the areas.
  public func symmetricDifference(_ other: Region) -> Region {
    combined(.symmetricDifference, other)
  }

  /// Returns the area with every edge moved outwards by `distance` nanometres, inwards if negative.
  ///
  /// Corners of upright polygons stay square. Polygons with other angles grow by a disc, so that their convex
  /// corners get round, within the default chord error.
  ///
  /// - Precondition: The result is within ``coordinateLimit``.
  public func grown(by distance: Int) -> Region {
    guard distance != 0, !isEmpty else { return self }
    precondition(
      abs(distance) <= Self.coordinateLimit / 2,
      "an area can't grow by \(distance) nm, at most by \(Self.coordinateLimit / 2) nm"
    )
    var flat = FlatPolygons()
    for polygon in polygons { flat.append(polygon) }
    guard !flat.isUpright else {
      return Region(disjoint: BooleanOperation.growUpright(flat, by: Int32(distance)))
    }
    return grownByDisc(distance)
  }

  /// Creates the union of straight polygons; only those whose boxes touch meet the boolean engine.
  init(merging polygons: [Polygon]) {
    let clusters = BoxClusters(polygons.map(\.boundingBox))
    var finished: [Polygon] = []
    var upright = FlatPolygons()
    var general = FlatPolygons()
    for cluster in clusters.members {
      if cluster.count == 1, let box = polygons[cluster[0]].box {
        finished.append(Polygon(box))
      } else if cluster.allSatisfy({ polygons[$0].isUpright }) {
        for index in cluster { upright.append(polygons[index]) }
      } else {
        for index in cluster { general.append(polygons[index]) }
      }
    }
    for part in [upright, general] where !part.polygonLengths.isEmpty {
      finished += BooleanOperation.union.combine(part, FlatPolygons())
    }
    precondition(
      finished.allSatisfy(Self.accepts),
      "coordinates of areas must be within ±\(Self.coordinateLimit) nm"
    )
    self.init(disjoint: finished)
  }

  private func combined(_ operation: BooleanOperation, _ other: Region) -> Region {
    let count = polygons.count
    let all = polygons + other.polygons
    var finished: [Polygon] = []
    var upright = (FlatPolygons(), FlatPolygons())
    var general = (FlatPolygons(), FlatPolygons())
    for cluster in BoxClusters(all.map(\.boundingBox)).members {
      let firsts = cluster.filter { $0 < count }
      let seconds = cluster.filter { $0 >= count }
      if seconds.isEmpty || firsts.isEmpty {
        if seconds.isEmpty ? operation.keepsFirst : operation.keepsSecond {
          finished += cluster.map { all[$0] }
        }
      } else if firsts.count == 1, seconds.count == 1, let first = all[firsts[0]].box,
        let second = all[seconds[0]].box, let boxes = operation.combine(first, second)
      {
        finished += boxes
      } else if max(firsts.count, seconds.count) >= 8 * min(firsts.count, seconds.count) {
        finished += Self.combine(firsts.map { all[$0] }, seconds.map { all[$0] }, operation)
      } else if cluster.allSatisfy({ all[$0].isUpright }) {
        for index in firsts { upright.0.append(all[index]) }
        for index in seconds { upright.1.append(all[index]) }
      } else {
        for index in firsts { general.0.append(all[index]) }
        for index in seconds { general.1.append(all[index]) }
      }
    }
    for part in [upright, general] where !part.0.polygonLengths.isEmpty {
      finished += operation.combine(part.0, part.1)
    }
    return Region(disjoint: finished)
  }

  /// Combines a few polygons of one area with many of the other.
  private static func combine(
    _ firsts: [Polygon],
    _ seconds: [Polygon],
    _ operation: BooleanOperation
  ) -> [Polygon] {
    let manyAreSecond = seconds.count > firsts.count
    let (few, many) = manyAreSecond ? (firsts, seconds) : (seconds, firsts)
    let nested = NestedPolygons(many, in: few, operation, manyAreSecond: manyAreSecond)
    var parts = (FlatPolygons(), FlatPolygons())
    for polygon in few {
      if manyAreSecond { parts.0.append(polygon) } else { parts.1.append(polygon) }
    }
    for polygon in nested.remaining {
      if manyAreSecond { parts.1.append(polygon) } else { parts.0.append(polygon) }
    }
    let isUntouched = nested.remaining.isEmpty
    let keepsFew = manyAreSecond ? operation.keepsFirst : operation.keepsSecond
    let met =
      isUntouched ? (keepsFew ? few : []) : operation.combine(parts.0, parts.1)
    return nested.cutting(met) + nested.kept
  }

  private func grownByDisc(_ distance: Int) -> Region {
    guard let box = boundingBox else { return self }
    guard distance > 0 else {
      let frame = Region([Polygon(box.grown(by: 2 - 2 * distance))])
      return subtracting(frame.subtracting(self).grownByDisc(-distance))
    }
    precondition(
      Self.accepts(Polygon(box.grown(by: distance))),
      "coordinates of areas must be within ±\(Self.coordinateLimit) nm"
    )
    var pieces = polygons
    for outline in polygons.flatMap(\.outlines) {
      let points = outline.points
      for (index, point) in points.enumerated() {
        let next = points[(index + 1) % points.count]
        let dx = Double(next.x) - Double(point.x)
        let dy = Double(next.y) - Double(point.y)
        let scale = Double(distance) / (dx * dx + dy * dy).squareRoot()
        let outward = Point(Int((dy * scale).rounded()), Int((-dx * scale).rounded()))
        pieces.append(Polygon(Outline([point, point + outward, next + outward, next])))
        let previous = points[(index + points.count - 1) % points.count]
        if CanonicalContours.turn(previous, point, next) > 0 {
          pieces.append(Polygon(Outline(center: point, radius: Int32(distance))))
        }
      }
    }
    return Region(pieces)
  }
}
