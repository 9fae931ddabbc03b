import FabGeometry
import FabRecipe

/// The metal between openings is wide enough to hold.
struct WebWidth: DesignRule {
  let id = "web-width"
  let title = "The metal between openings of a sheet, text and pin holes included, is wide enough"
  let source =
    "process windows of mask makers, by technology and thickness; see the table of limits"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    return RuleVerdict(
      ParallelMap.map(levels) { level in
        let limit = context.limits(level).webWidth
        return context.openings(level.name).gaps(below: limit)
          .map { place in
            Finding(
              place,
              level: level.name,
              limit: limit,
              text: "the web between these openings would break; move them apart or join them"
            )
          }
      }
      .flatMap { $0 }
    )
  }
}
