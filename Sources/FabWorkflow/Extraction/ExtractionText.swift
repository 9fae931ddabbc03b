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
    return "\(report.layout), recipe \(report.recipe): \(report.devices.count) devices on "
      + "\(report.nets) nets, \(report.crossings) insulated crossings, \(report.joints) contacts of "
      + "conductors, \(report.parasitics.count) parasitics\n\n" + table.text + "\n" + verdict
  }

  private var verdict: String {
    guard let schematic = report.schematic else {
      return
        "schematic: not compared; name the floor plan that says what is meant with --floor-plan\n"
    }
    guard !schematic.matches else {
      return "schematic: matches, \(schematic.devices) devices\n"
    }
    let structure =
      schematic.structureMatches
      ? "; the structure is the same, so contacts have changed places" : ""
    return "schematic: \(schematic.differences.count) differences\(structure)\n"
  }
}
