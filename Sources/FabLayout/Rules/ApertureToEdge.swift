import FabGeometry
import FabRecipe

/// Openings keep away from the edge of their sheet.
struct ApertureToEdge: DesignRule {
  let id = "aperture-to-edge"
  let title = "Every opening keeps its distance from the edge of the sheet"
  let source =
    "the rim carries the sheet; limits by technology (estimates)"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    let bare = levels.filter { context.regions[Layer($0.name, .sheet)]?.isEmpty != false }
    guard bare.isEmpty else {
      let names = bare.map(\.name.text).joined(separator: ", ")
      return .notRun(reason: "no sheet outline is drawn on \(names)")
    }
    return RuleVerdict(ParallelMap.map(levels) { findings($0, context) }.flatMap { $0 })
  }

  private func findings(_ level: MaskLevel, _ context: RuleContext) -> [Finding] {
    let sheet = context.regions[Layer(level.name, .sheet)] ?? Region()
    let openings = context.openings(level.name)
    let limit = context.limits(level).edgeDistance
    let outside = openings.subtracting(sheet).polygons
      .map { part in
        Finding(
          level: level.name,
          box: part.outer.boundingBox,
          measured: "outside the sheet",
          limit: "at least \(millimetreText(limit)) inside",
          text: "this part of an opening lies beyond the sheet; move it or enlarge the sheet"
        )
      }
    let near = sheet.margins(around: openings, below: limit)
      .map { place in
        Finding(
          place,
          level: level.name,
          limit: limit,
          text:
            "the rim of the sheet would bend or tear here; move the opening or enlarge the sheet"
        )
      }
    return outside + near
  }
}
