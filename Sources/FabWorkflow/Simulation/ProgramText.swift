/// The report of a programming sequence for people.
struct ProgramText: CustomStringConvertible {
  let report: ProgramReport

  var description: String {
    let target = EngineeringText.text(report.targetConductanceSiemens, "S")
    let tolerance = EngineeringText.plain(report.tolerancePercent)
    var table = TextTable([
      ("pulse", .right), ("time/ms", .right), ("amplitude/V", .right), ("reading", .right),
      ("off target/%", .right),
    ])
    var pulse: ProgramReport.Step?
    var number = 0
    for step in report.steps {
      guard let reading = step.conductanceSiemens else {
        pulse = step
        number += 1
        continue
      }
      let error = 100 * (reading / report.targetConductanceSiemens - 1)
      table.rows.append([
        pulse == nil ? "-" : "\(number)",
        EngineeringText.plain(1000 * (pulse ?? step).startSecond, digits: 6),
        pulse.map { EngineeringText.plain($0.voltageVolt) } ?? "-",
        EngineeringText.text(reading, "S"), LayoutText.decimals(error, 2),
      ])
    }
    let drift = EngineeringText.plain(report.drift.changePercent, digits: 3)
    let limit = EngineeringText.plain(report.drift.limitPercent)
    let outcome =
      report.outcome == "converged" ? "reached" : "NOT reached: the pulses are used up"
    return "multistate memristor, \(EngineeringText.plain(report.areaMm2)) mm2: "
      + "\(EngineeringText.text(report.startConductanceSiemens, "S")) to \(target) within \(tolerance) %, "
      + "seed \(report.seed)\n\n" + table.text + "\n"
      + "target \(outcome): \(report.pulses) pulses, "
      + "\(report.readings) readings, \(EngineeringText.text(report.durationSecond, "s")), up to "
      + "\(EngineeringText.text(report.largestAmplitudeVolt, "V"))\n"
      + "final  \(EngineeringText.text(report.finalConductanceSiemens, "S")), "
      + "\(LayoutText.decimals(report.relativeErrorPercent, 2)) % off target\n"
      + "drift  \(drift) % after \(EngineeringText.plain(report.drift.afterSecond)) s, "
      + "\(report.drift.isWithinLimit ? "within" : "NOT within") \(limit) %\n"
      + "reads  \(report.readDisturbance.verdict)\n"
  }
}
