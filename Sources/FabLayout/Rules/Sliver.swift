import FabGeometry
import FabRecipe

/// Nothing is so thin that it must be a slip of the drawing.
struct Sliver: DesignRule {
  let id = "sliver"
  let title = "No drawn film or gap on any level is thinner than a drawing error"
  let source =
    "rotated or off-grid instances leave gaps of 1 nm in many tools; 5 µm is the tolerance of a cutter"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.flow.levels.filter { !context.apertures($0.name).isEmpty }
    guard !levels.isEmpty else { return .notRun(reason: "nothing is drawn") }
    let limit = context.process.sliver
    return RuleVerdict(
      ParallelMap.map(levels) { level in
        let film = context.apertures(level.name)
        let thin = film.narrowPlaces(below: limit)
          .map { place in
            Finding(
              place,
              level: level.name,
              limit: limit,
              text: "this strip looks like a slip of the drawing; widen or delete it"
            )
          }
        let close = film.gaps(below: limit)
          .map { place in
            Finding(
              place,
              level: level.name,
              limit: limit,
              text: "this gap looks like a slip of the drawing; close or widen it"
            )
          }
        return thin + close
      }
      .flatMap { $0 }
    )
  }
}
