import FabGeometry
import FabRecipe

/// Openings are wide enough to be made.
struct ApertureWidth: DesignRule {
  let id = "aperture-width"
  let title = "Every opening of a sheet is as wide as the technology can cut"
  let source =
    "process windows of mask makers, by technology and thickness; see the table of limits"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    return RuleVerdict(
      ParallelMap.map(levels) { level in
        let limit = context.limits(level).apertureWidth
        return context.openings(level.name).narrowPlaces(below: limit)
          .map { place in
            Finding(
              place,
              level: level.name,
              limit: limit,
              text: "this opening is too narrow to be cut; widen it or take a thinner sheet"
            )
          }
      }
      .flatMap { $0 }
    )
  }
}
