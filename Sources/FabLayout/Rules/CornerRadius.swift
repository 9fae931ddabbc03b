import FabGeometry
import FabRecipe
import Foundation

/// What the tool rounds off costs little film.
struct CornerRadius: DesignRule {
  let id = "corner-radius"
  let title = "No inner arc is tighter than the tool, and rounding sharp corners costs little area"
  let source = """
    corner radius at least half the kerf (laser) or 0.75 of the thickness \
    (etching); share of the area that rounding may cost from ProcessLimits (estimate)
    """

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    return RuleVerdict(
      ParallelMap.map(levels) { level in tightArcs(level, context) + costlyCorners(level, context) }
        .flatMap { $0 }
    )
  }

  private func tightArcs(_ level: MaskLevel, _ context: RuleContext) -> [Finding] {
    let limit = context.limits(level).cornerRadius
    let drawn = [Purpose.aperture, .registration, .marking]
      .flatMap {
        context.shapes[Layer(level.name, $0)] ?? []
      }
    return drawn.filter { !$0.isStraight }
      .flatMap { polygon in
        polygon.outlines.enumerated()
          .flatMap { index, outline in
            let isCounterclockwise = outline.signedDoubledArea > 0
            return outline.vertices.enumerated()
              .compactMap { position, vertex -> Finding? in
                guard let arc = vertex.arc, Int(arc.radius) < limit else { return nil }
                // Arcs that turn with the outer outline, or against a hole, are inner corners of the opening.
                let turnsWithOutline = arc.isCounterclockwise == isCounterclockwise
                guard turnsWithOutline == (index == 0) else { return nil }
                let next = outline.vertices[(position + 1) % outline.vertices.count].point
                return Finding(
                  level: level.name,
                  box: Box(vertex.point, next),
                  measured: "radius \(millimetreText(Int(arc.radius)))",
                  limit: "at least \(millimetreText(limit))",
                  text: "the tool can't follow this arc; enlarge its radius"
                )
              }
          }
      }
  }

  private func costlyCorners(_ level: MaskLevel, _ context: RuleContext) -> [Finding] {
    let radius = Double(context.limits(level).cornerRadius)
    let limit = context.process.cornerAreaShare
    return context.apertures(level.name).polygons
      .compactMap { polygon in
        let lost = polygon.outlines.reduce(0) { $0 + Self.roundedOff($1, radius: radius) }
        let share = 2 * lost / Double(polygon.doubledArea)
        guard share > limit else { return nil }
        return Finding(
          level: level.name,
          box: polygon.outer.boundingBox,
          measured: Self.percent(share),
          limit: "at most \(Self.percent(limit)) of the area",
          text:
            "the tool rounds the corners of this opening with \(millimetreText(Int(radius))) and "
            + "takes too much of its area; enlarge the opening"
        )
      }
  }

  /// Returns the area in nm² that arcs of a radius cut off from the inner corners of an outline.
  ///
  /// A corner of angle θ loses `r² (cot(θ / 2) - (π - θ) / 2)`: the kite up to the points of contact less the sector.
  static func roundedOff(_ outline: Outline, radius: Double) -> Double {
    let points = outline.points
    var sum = 0.0
    for (index, corner) in points.enumerated() {
      let previous = points[(index + points.count - 1) % points.count]
      let next = points[(index + 1) % points.count]
      let (ux, uy) = (Double(previous.x) - Double(corner.x), Double(previous.y) - Double(corner.y))
      let (vx, vy) = (Double(next.x) - Double(corner.x), Double(next.y) - Double(corner.y))
      let cross = vx * uy - vy * ux
      // The area lies to the left of its outlines: left turns are its inner corners.
      guard cross > 0 else { continue }
      let angle = atan2(cross, ux * vx + uy * vy)
      sum += radius * radius * (1 / tan(angle / 2) - (.pi - angle) / 2)
    }
    return sum
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1e4).rounded() / 100) %"
  }
}
