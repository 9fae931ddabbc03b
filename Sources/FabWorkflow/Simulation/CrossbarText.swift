/// The report of an array for people.
struct CrossbarText: CustomStringConvertible {
  let report: CrossbarReport

  var description: String {
    var table = TextTable([("quantity", .left), ("value", .left)])
    func percent(_ value: Double) -> String { EngineeringText.plain(value) + " %" }
    table.rows = [
      ["mean error of a column", percent(report.meanErrorPercent)],
      [
        "largest error",
        "\(percent(report.largestErrorPercent)), column \(report.worstColumn)",
      ],
      [
        "least voltage at a cell",
        "\(percent(report.leastCellVoltagePercent)) of its source's, row \(report.leastCellRow) "
          + "column \(report.leastCellColumn)",
      ],
      ["Newton steps", "\(report.steps)"],
      ["iterations", "\(report.iterations)"],
      ["residual", EngineeringText.plain(report.residual, digits: 2)],
    ]
    let kind = report.hasSelectors ? "memristors with selectors" : "memristors"
    return
      "\(report.rows) x \(report.columns) \(kind), read with "
      + "\(EngineeringText.text(report.amplitudeVolt, "V")), seed \(report.seed)\n\n" + table.text
  }
}
