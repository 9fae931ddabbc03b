import FabRecipe
import FabUnits

extension DesignRules {
  /// Returns the page `Documentation/Rules.md`: every rule, every limit, every source.
  public static func page() -> String {
    var lines = [
      "# Design rules",
      "",
      "Made by `pcu-fab mask rules --page`; don't edit. A rule says clean, findings, or why it didn't run.",
      "",
      "| id | what is demanded | why, and where the limit comes from |",
      "|---|---|---|",
    ]
    lines += all.map { "| `\($0.id)` | \($0.title) | \($0.source) |" }
    lines += ["", "## Limits of mask technologies", ""]
    lines += maskTable()
    lines += ["", "## Limits of the process", ""]
    lines += processTable(ProcessLimits())
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sheets that the page shows: the default thickness of each technology.
  private static let sheets: [(technology: MaskTechnology, thickness: Length)] = [
    (.laserCut, Length(100, .micrometre)), (.etched, Length(100, .micrometre)),
    (.electroformed, Length(50, .micrometre)), (.siliconNitride, Length(1, .micrometre)),
  ]

  private static func maskTable() -> [String] {
    var lines = [
      "| technology | sheet | opening | web | to the edge | inner corner | sag | open share | source |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
    for sheet in sheets {
      let limits = MaskLimits.standard(sheet.technology, thickness: sheet.thickness)
      let cells = [
        sheet.technology.rawValue, millimetreText(limits.thickness),
        millimetreText(limits.apertureWidth), millimetreText(limits.webWidth),
        millimetreText(limits.edgeDistance), "radius " + millimetreText(limits.cornerRadius),
        millimetreText(limits.sag), "\(Int((limits.openFraction * 100).rounded())) %",
        limits.source,
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  private static func processTable(_ limits: ProcessLimits) -> [String] {
    [
      "| limit | value |",
      "|---|---|",
      "| film beyond the overlap of its conductors | \(millimetreText(limits.filmEnclosure)) |",
      "| metal to a foreign conductor | \(millimetreText(limits.conductorGap)) |",
      "| opening to a pin hole | \(millimetreText(limits.registrationKeepOut)) |",
      "| angle of a corner | \(limits.cornerAngle)° |",
      "| area lost by rounding corners | \(Int((limits.cornerAreaShare * 100).rounded())) % |",
      "| strip or gap that is no slip of the drawing | \(millimetreText(limits.sliver)) |",
    ]
  }
}
