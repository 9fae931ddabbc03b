import FabGeometry
import FabRecipe

/// Films stay out of the rim of the wafer.
struct EdgeExclusion: DesignRule {
  let id = "edge-exclusion"
  let title = "Openings for films lie within the usable area of the wafer"
  let source = """
    the rim of the wafer is held by the carrier, and films are uneven there; width from the floor plan
    """

  func check(_ context: RuleContext) -> RuleVerdict {
    guard let usable = context.usableArea else {
      return .notRun(reason: "the wafer isn't known; give a floor plan")
    }
    let area = Region([usable])
    return RuleVerdict(
      ParallelMap.map(context.flow.levels) { level in
        context.apertures(level.name).subtracting(area).polygons
          .map { polygon in
            let box = polygon.outer.boundingBox
            return Finding(
              level: level.name,
              box: box,
              measured: "\(millimetreText(Swift.max(box.width, box.height))) outside",
              limit: "inside the usable area",
              text: "this part of an opening lies in the rim; move it towards the centre"
            )
          }
      }
      .flatMap { $0 }
    )
  }
}
