/// The report of a simulated curve for people.
struct IVText: CustomStringConvertible {
  let report: IVReport

  var description: String {
    let area = EngineeringText.plain(report.areaMm2)
    let kelvin =
      report.temperatureKelvin.map { ", \(EngineeringText.plain($0, digits: 6)) K" } ?? ""
    let title = SimulatedDevice(rawValue: report.device)?.title ?? report.device
    var rows = [["quantity", "value"]]
    if let diode = report.diode {
      rows += [
        ["saturation current I0", EngineeringText.text(diode.saturationCurrentAmpere, "A")],
        ["ideality n", EngineeringText.plain(diode.ideality)],
        ["series resistance Rs", EngineeringText.text(diode.seriesResistanceOhm, "ohm")],
        ["shunt resistance Rsh", EngineeringText.text(diode.shuntResistanceOhm, "ohm")],
      ]
    }
    if let forward = report.currentAtPlus1VAmpere, let reverse = report.currentAtMinus1VAmpere,
      let ratio = report.rectificationRatio
    {
      rows += [
        ["current at +1 V", EngineeringText.text(forward, "A")],
        ["current at -1 V", EngineeringText.text(reverse, "A")],
        ["rectification", EngineeringText.plain(ratio)],
      ]
    }
    if let range = report.exponentialRange {
      let from = EngineeringText.text(range.fromVolt, "V", digits: 3)
      let to = EngineeringText.text(range.toVolt, "V", digits: 3)
      rows += [
        ["exponential range", "\(from) to \(to), \(range.points) points"],
        ["R2 of ln I there", EngineeringText.plain(range.rSquared, digits: 6)],
        ["slope there", EngineeringText.text(range.slopeVolt, "V") + " a factor e"],
      ]
    }
    if let memristor = report.multistate {
      rows += [
        ["conductance before", EngineeringText.text(memristor.startConductanceSiemens, "S")],
        ["largest conductance", EngineeringText.text(memristor.maximumConductanceSiemens, "S")],
        ["conductance after", EngineeringText.text(memristor.endConductanceSiemens, "S")],
      ]
    }
    if let memristor = report.binary { rows += Self.rows(memristor) }
    return "\(title), \(area) mm2\(kelvin): \(report.voltageVolt.count) points, compliance "
      + EngineeringText.text(report.complianceAmpere, "A") + "\n\n" + TextTable.text(rows)
  }

  private static func rows(_ memristor: IVReport.Binary) -> [[String]] {
    func voltage(_ value: Double?) -> String {
      value.map { EngineeringText.text($0, "V") } ?? "not reached"
    }
    let ratio = EngineeringText.plain(memristor.resistanceRatio)
    let verdict = memristor.resistanceRatio > memristor.neededRatio ? "above" : "NOT above"
    return [
      ["SET at", voltage(memristor.setVoltageVolt)],
      ["RESET at", voltage(memristor.resetVoltageVolt)],
      ["low resistance", EngineeringText.text(memristor.lowResistanceOhm, "ohm")],
      ["high resistance", EngineeringText.text(memristor.highResistanceOhm, "ohm")],
      ["ratio", "\(ratio), \(verdict) \(EngineeringText.plain(memristor.neededRatio))"],
      ["filament", memristor.isNonvolatile ? "stays" : "volatile: dissolves without voltage"],
    ]
  }
}
