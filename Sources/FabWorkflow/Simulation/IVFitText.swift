/// The report of a fitted curve for people.
struct IVFitText: CustomStringConvertible {
  let report: IVFitReport

  var description: String {
    let refused = report.refusedRows == 0 ? "" : ", \(report.refusedRows) rows refused"
    var text =
      "\(report.file): \(report.points) points\(refused); "
      + "\(EngineeringText.plain(report.areaMm2)) mm2, "
      + "\(EngineeringText.plain(report.temperatureKelvin, digits: 6)) K\n\n"
    let percent = EngineeringText.plain(100 * report.confidence)
    for branch in report.branches {
      var table = TextTable([
        ("\(branch.branch) branch", .left), ("value", .right), ("\(percent) % from", .right),
        ("to", .right),
      ])
      table.rows = [
        Self.row("saturation current I0", branch.saturationCurrentAmpere, "A"),
        Self.row("ideality n", branch.ideality, ""),
        Self.row("series resistance Rs", branch.seriesResistanceOhm, "ohm"),
        Self.row("shunt resistance Rsh", branch.shuntResistanceOhm, "ohm"),
      ]
      text += table.text
      text +=
        "R2 of log |I|: \(EngineeringText.plain(branch.rSquared, digits: 6)) over "
        + "\(branch.points) points, scatter \(EngineeringText.plain(branch.scatterDecades, digits: 2)) "
        + "decades: " + (branch.isDiode ? "a diode" : "NOT a diode, 0.995 is needed") + "\n"
      for exclusion in branch.excluded {
        let shown = exclusion.lines.prefix(5).map(String.init).joined(separator: ", ")
        let more = exclusion.lines.count > 5 ? ", …" : ""
        text += "left out: \(exclusion.lines.count) x \(exclusion.reason), line \(shown)\(more)\n"
      }
      text += "\n"
    }
    guard let hysteresis = report.hysteresis else {
      return text + "hysteresis: not known, the sweep has one direction\n"
    }
    let mean = EngineeringText.plain(hysteresis.meanDecades, digits: 2)
    let largest = EngineeringText.plain(hysteresis.largestDecades, digits: 2)
    return text + "hysteresis: \(hysteresis.isPresent ? "yes" : "no"), mean \(mean) decades (limit "
      + "\(EngineeringText.plain(hysteresis.limitDecades))), largest \(largest) at "
      + EngineeringText.text(hysteresis.largestAtVolt, "V", digits: 3) + "\n"
  }

  private static func row(
    _ name: String,
    _ estimate: IVFitReport.Estimate?,
    _ unit: String
  ) -> [String] {
    guard let estimate else { return [name, "not seen", "", ""] }
    func text(_ value: Double) -> String {
      unit.isEmpty ? EngineeringText.plain(value) : EngineeringText.text(value, unit)
    }
    return [name, text(estimate.value), text(estimate.low), text(estimate.high)]
  }
}
