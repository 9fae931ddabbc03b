import FabGeometry
import FabRecipe

/// Every mask can be aligned to the others.
struct AlignmentMarks: DesignRule {
  let id = "alignment-marks"
  let title = "All masks have crosses at the same places, at least two and far apart"
  let source =
    "alignment practice: cross apertures on every mask, both sides of the wafer"

  func check(_ context: RuleContext) -> RuleVerdict {
    guard context.sheetLevels.count > 0, context.checkedLevels.count > 1 else {
      return .notRun(reason: "there are no two levels to align")
    }
    let crosses = context.sheetLevels.map { level in
      (level, Set(context.apertures(level.name).polygons.compactMap(Self.crossCenter)))
    }
    guard let first = crosses.first else { return .notRun(reason: "no level is made with a sheet") }
    let common = crosses.dropFirst().reduce(first.1) { $0.intersection($1.1) }
    if Self.isFarApart(common) {
      return RuleVerdict(
        context.checkedLevels.filter { $0.method == .subtractive }
          .compactMap {
            missingSquares($0, marks: common, context)
          }
      )
    }
    let whole = context.regions.values.compactMap(\.boundingBox)
      .reduce(nil as Box?) { sum, box in
        sum?.union(box) ?? box
      }
    let text = crosses.map { "\($0.0.name) has \($0.1.count)" }.joined(separator: ", ")
    return .findings([
      Finding(
        level: first.0.name,
        box: whole ?? Box(0, 0, 0, 0),
        measured: "\(common.count) crosses on all masks (\(text))",
        limit: "at least 2, half the layout's width apart",
        text: "the masks can't be aligned to each other; add 'fiducials' to the floor plan"
      )
    ])
  }

  /// The centre of a cross: twelve corners, equal to its own mirror images.
  static func crossCenter(_ polygon: Polygon) -> Point? {
    let points = polygon.outer.points
    guard points.count == 12, polygon.holes.isEmpty, polygon.outer.isStraight else { return nil }
    let box = polygon.outer.boundingBox
    guard box.width == box.height else { return nil }
    let center = box.center
    let corners = Set(points.map { $0 - center })
    let isSymmetric = corners.allSatisfy { corner in
      corners.contains(Point(x: -corner.x, y: corner.y))
        && corners.contains(Point(x: corner.x, y: -corner.y))
        && corners.contains(Point(x: corner.y, y: corner.x))
    }
    return isSymmetric ? center : nil
  }

  /// Whether two marks are at least 10 mm apart, which turns 10 µm of error into 0.06°.
  private static func isFarApart(_ points: Set<Point>) -> Bool {
    let sorted = points.sorted()
    return sorted.enumerated()
      .contains { index, point in
        sorted[(index + 1)...]
          .contains { other in
            let (dx, dy) = (Double(other.x) - Double(point.x), Double(other.y) - Double(point.y))
            return dx * dx + dy * dy >= 1e14
          }
      }
  }

  /// On a level that is removed rather than deposited, four equal squares stand around each cross.
  private func missingSquares(
    _ level: MaskLevel,
    marks: Set<Point>,
    _ context: RuleContext
  ) -> Finding? {
    let squares = Set(
      context.apertures(level.name).polygons
        .compactMap { polygon -> Box? in
          let box = polygon.outer.boundingBox
          return polygon == Region([Polygon(box)]).polygons.first ? box : nil
        }
    )
    let framed = marks.filter { mark in
      squares.contains { box in
        let (low, high) = (box.min - mark, box.max - mark)
        guard low.x > 0, low.y == low.x, high.x == high.y else { return false }
        return [(-1, 1), (-1, -1), (1, -1)]
          .allSatisfy { x, y in
            squares.contains(
              Box(
                Point(x: x * low.x + mark.x, y: y * low.y + mark.y),
                Point(x: x * high.x + mark.x, y: y * high.y + mark.y)
              )
            )
          }
      }
    }
    guard !Self.isFarApart(framed) else { return nil }
    // The marks are at least two, so there is a box around them.
    let box = marks.sorted().map { Box($0, $0) }.reduce(nil as Box?) { $0?.union($1) ?? $1 }
    return Finding(
      level: level.name,
      box: box ?? Box(0, 0, 0, 0),
      measured: "\(framed.count) of \(marks.count) crosses framed",
      limit: "at least 2, far apart",
      text: "this pattern has no squares around the crosses of the masks; add 'fiducials' to the "
        + "floor plan"
    )
  }
}
