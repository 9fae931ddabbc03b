import FabGeometry
import FabRecipe
import Foundation

/// Corners are wide enough to be cut and to hold.
struct AcuteAngle: DesignRule {
  let id = "acute-angle"
  let title = "No corner of an opening or of the metal around it is sharper than the limit"
  let source =
    "tips of metal lift and tips of openings clog (45°: estimate)"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    let limit = context.process.cornerAngle
    return RuleVerdict(
      ParallelMap.map(levels) { level in
        context.openings(level.name).polygons.flatMap(\.outlines)
          .flatMap { outline in
            Self.sharpCorners(outline, below: limit)
              .map { corner, angle in
                Finding(
                  level: level.name,
                  box: Box(corner, corner),
                  measured: "\((angle * 1000).rounded(.down) / 1000)°",
                  limit: "at least \(limit)°",
                  text: "this corner is too sharp to be cut; blunt it"
                )
              }
          }
      }
      .flatMap { $0 }
    )
  }

  /// Returns the corners whose edges meet at less than a limit, with their angles in degrees.
  private static func sharpCorners(
    _ outline: Outline,
    below limit: Double
  ) -> [(corner: Point, angle: Double)] {
    let points = outline.points
    return points.indices.compactMap { index in
      let corner = points[index]
      let previous = points[(index + points.count - 1) % points.count]
      let next = points[(index + 1) % points.count]
      let (ux, uy) = (Double(previous.x) - Double(corner.x), Double(previous.y) - Double(corner.y))
      let (vx, vy) = (Double(next.x) - Double(corner.x), Double(next.y) - Double(corner.y))
      let dot = ux * vx + uy * vy
      guard dot > 0 else { return nil }
      let angle = atan2(abs(ux * vy - uy * vx), dot) * 180 / .pi
      // An angle of exactly the limit isn't below it, whatever the last bits say.
      return angle < limit - 1e-9 ? (corner, angle) : nil
    }
  }
}
