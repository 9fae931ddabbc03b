import FabGeometry
import FabRecipe

/// Tongues and bridges of metal don't hang into the wafer.
struct Sag: DesignRule {
  let id = "sag"
  let title = "No tongue or bridge of metal between long straight openings sags beyond the limit"
  let source = """
    Euler-Bernoulli bending under the own weight (steel: E 193 GPa, 8000 kg/m³): a tongue bends by 3 ρ g L⁴ / (2 E t²), a bridge held \
    at both ends by ρ g L⁴ / (32 E t²); limits by technology
    """

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    let found = ParallelMap.map(levels) { level in findings(level, context) }.flatMap { $0 }
    let membranes = levels.filter { SheetElasticity($0.technology) == nil }.map(\.name.text)
    guard found.isEmpty, !membranes.isEmpty else { return RuleVerdict(found) }
    return .notRun(
      reason: "a membrane under tension isn't a plate under its weight: "
        + membranes.joined(separator: ", ")
    )
  }

  private func findings(_ level: MaskLevel, _ context: RuleContext) -> [Finding] {
    guard let elasticity = SheetElasticity(level.technology) else { return [] }
    let limits = context.limits(level)
    let thickness = Double(limits.thickness)
    let shortest = elasticity.tongueLength(deflecting: Double(limits.sag), thickness: thickness)
    return context.openings(level.name).strips(longerThan: shortest)
      .compactMap { strip in
        let sag =
          strip.isWithinOnePolygon
          ? elasticity.tongueSag(length: strip.length, thickness: thickness)
          : elasticity.bridgeSag(length: strip.length, thickness: thickness)
        guard sag > Double(limits.sag) else { return nil }
        let form = strip.isWithinOnePolygon ? "tongue" : "bridge"
        return Finding(
          level: level.name,
          box: strip.box,
          measured: "\(millimetreText(Int(sag.rounded(.up))))",
          limit: "at most \(millimetreText(limits.sag))",
          text:
            "a \(form) of metal \(millimetreText(Int(strip.length.rounded()))) long hangs into the "
            + "wafer; shorten it by a web across the opening, or take a thicker sheet"
        )
      }
  }
}
