import FabGeometry
import FabRecipe

/// A sheet keeps enough metal to stay flat.
struct OpenArea: DesignRule {
  let id = "open-area"
  let title = "The openings within the wafer take no more than the technology's share of its area"
  let source =
    "a sheet with too little metal doesn't stay flat; limits by technology (estimates)"

  func check(_ context: RuleContext) -> RuleVerdict {
    guard let edge = context.waferEdge else {
      return .notRun(reason: "the wafer isn't known; give a floor plan")
    }
    let wafer = Region([edge])
    return RuleVerdict(
      context.sheetLevels.compactMap { level in
        let limit = context.limits(level).openFraction
        let open = context.openings(level.name).intersection(wafer)
        let fraction = open.areaMm2 / wafer.areaMm2
        guard fraction > limit, let box = open.boundingBox else { return nil }
        return Finding(
          level: level.name,
          box: box,
          measured: Self.percent(fraction),
          limit: "at most \(Self.percent(limit))",
          text: "the sheet is too open to stay flat; split the mask in two, or use a thicker frame"
        )
      }
    )
  }

  private static func percent(_ fraction: Double) -> String {
    "\((fraction * 1000).rounded() / 10) %"
  }
}
