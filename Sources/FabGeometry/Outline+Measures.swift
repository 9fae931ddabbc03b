extension Outline {
  /// Twice the enclosed area in square nanometres: positive if counterclockwise; arcs count as chords.
  public var doubledSignedArea: Int128 {
    var sum: Int128 = 0
    var previous = vertices[vertices.count - 1].point
    for vertex in vertices {
      let point = vertex.point
      sum += Int128(previous.x) * Int128(point.y) - Int128(point.x) * Int128(previous.y)
      previous = point
    }
    return sum
  }

  /// The smallest upright box around the outline, bulging arcs included to their chord error.
  public var boundingBox: Box {
    let points = flattened().points
    var box = Box(points[0], points[0])
    for point in points.dropFirst() { box = box.union(Box(point, point)) }
    return box
  }

  /// Creates an outline from points in canonical form: the given turn, no point on a straight edge, from
  /// the lowest, then leftmost point; `nil` if no area is left.
  init?(canonical points: [Point], isCounterclockwise: Bool) {
    var corners: [Point] = []
    for point in points {
      while let last = corners.last, last == point { corners.removeLast() }
      while corners.count >= 2,
        Self.isStraight(corners[corners.count - 2], corners[corners.count - 1], point)
      {
        corners.removeLast()
      }
      corners.append(point)
    }
    // The seam between the last and the first point.
    while corners.count >= 3 {
      let count = corners.count
      if corners[count - 1] == corners[0]
        || Self.isStraight(corners[count - 2], corners[count - 1], corners[0])
      {
        corners.removeLast()
      } else if Self.isStraight(corners[count - 1], corners[0], corners[1]) {
        corners.removeFirst()
      } else {
        break
      }
    }
    guard corners.count >= 3 else { return nil }
    let area = Outline(corners).doubledSignedArea
    guard area != 0 else { return nil }
    if (area > 0) != isCounterclockwise { corners.reverse() }
    let start = corners.indices.min { corners[$0] < corners[$1] } ?? 0
    self.init(Array(corners[start...] + corners[..<start]))
  }

  private static func isStraight(_ first: Point, _ middle: Point, _ last: Point) -> Bool {
    let (ax, ay) = (Int(middle.x) - Int(first.x), Int(middle.y) - Int(first.y))
    let (bx, by) = (Int(last.x) - Int(middle.x), Int(last.y) - Int(middle.y))
    let (left, leftOverflow) = ax.multipliedReportingOverflow(by: by)
    let (right, rightOverflow) = ay.multipliedReportingOverflow(by: bx)
    if leftOverflow || rightOverflow {
      return Int128(ax) * Int128(by) == Int128(ay) * Int128(bx)
    }
    return left == right
  }
}
