import FabExtraction

/// The report of an extraction for people.
struct ExtractionText: CustomStringConvertible {
  let report: ExtractionReport

  var description: String {
    var table = TextTable([
      ("component", .left), ("kind", .left), ("devices", .right), ("area/mm2", .right),
    ])
    table.rows = report.components.map { component in
      let least = LayoutText.decimals(component.minimumAreaMm2, 4)
      let most = LayoutText.decimals(component.maximumAreaMm2, 4)
      return [
        component.component, component.kind, "\(component.count)",
        least == most ? least : "\(least) to \(most)",
      ]
    }
    return "\(report.layout), recipe \(report.recipe): \(report.devices.meant) devices on "
      + "\(report.nets) nets, \(report.crossings) insulated crossings, \(report.joints) contacts of "
      + "conductors, \(report.parasitics.count) parasitics\n\n" + table.text + "\n" + verdict
  }

  private var verdict: String {
    let lvs = report.lvs
    switch lvs.verdict {
    case .notRun:
      return
        "schematic: not compared; name the floor plan that says what is meant with --floor-plan\n"
    case .match:
      return "schematic: matches, \(lvs.schematicDevices ?? 0) devices\n"
    case .mismatch:
      let structure =
        lvs.structureMatches == true
          && lvs.differences.contains { $0.kind == LVSDifferenceKind.swappedNets.rawValue }
        ? "; the structure is the same, so contacts have changed places" : ""
      let count = lvs.differences.count
      return "schematic: \(count) difference\(count == 1 ? "" : "s")\(structure)\n"
    }
  }
}
