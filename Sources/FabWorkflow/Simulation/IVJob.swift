import FabDevices
public import FabDiagnostics
import FabUnits
import Foundation

/// What `simulate iv` does without a measured file: the curve of a device and its key figures.
public struct IVJob {
  private let request: IVRequest
  private let files: OutputChoice

  /// The most points of a sweep.
  static let pointLimit = 100_001

  /// Creates a job.
  public init(request: IVRequest, files: OutputChoice) {
    self.request = request
    self.files = files
  }

  /// Computes the curve.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if a parameter makes no sense or a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try check()
    try files.check()
    let curve: IVCurve
    do throws(DeviceError) {
      curve = try IVCurve(request)
    } catch {
      throw error.diagnostic(options: Self.options)
    }
    let report = report(curve)
    var text = IVText(report: report).description
    let written = try files.write(
      svg: { IVPicture(report: report).svg() },
      csv: { IVTable.text(voltages: curve.voltages, currents: curve.currents) }
    )
    if !written.isEmpty { text += "\n" + written }
    return CommandOutput(text: text, json: JSONText.encode(report))
  }

  /// The options that give a device its parameters.
  static let options: [DeviceQuantity: String] = [
    .saturationCurrent: "--saturation-current", .ideality: "--ideality",
    .seriesResistance: "--series-resistance", .shuntResistance: "--shunt-resistance",
    .temperature: "--temperature", .area: "--area", .conductance: "--conductance",
  ]

  private func check() throws(DiagnosticError) {
    func refuse(_ option: String, _ found: String, _ expected: String) -> DiagnosticError {
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument(option),
          "found \(found); expected \(expected)",
          fixes: ["choose a value in this range"]
        )
      )
    }
    guard request.from < request.to else {
      throw refuse("--to", "\(request.to)", "more than --from, which is \(request.from)")
    }
    for (option, voltage) in [("--from", request.from), ("--to", request.to)] {
      guard abs(voltage.siValue) <= 1000 else {
        throw refuse(option, "\(voltage)", "-1000 V to 1000 V")
      }
    }
    guard (2...Self.pointLimit).contains(request.points) else {
      throw refuse("--points", "\(request.points)", "2 to \(Self.pointLimit)")
    }
    guard request.compliance > .zero else {
      throw refuse("--compliance", "\(request.compliance)", "a current above 0")
    }
    guard request.resetCompliance > .zero else {
      throw refuse("--reset-compliance", "\(request.resetCompliance)", "a current above 0")
    }
    guard request.dwell > .zero else {
      throw refuse("--dwell", "\(request.dwell)", "a time above 0")
    }
    if request.device.hasMemory, request.from > .zero || request.to < .zero {
      throw refuse(
        request.from > .zero ? "--from" : "--to",
        "\(request.from) to \(request.to)",
        "a range that contains 0 V, where the loop of a memristor begins"
      )
    }
  }

  private func report(_ curve: IVCurve) -> IVReport {
    var report = IVReport(
      device: request.device.rawValue,
      temperatureKelvin: request.device.hasMemory ? nil : request.temperature.siValue,
      areaMm2: curve.area.value(in: .squareMillimetre),
      complianceAmpere: request.compliance.siValue,
      voltageVolt: curve.voltages,
      currentAmpere: curve.currents
    )
    if let law = curve.law {
      let (forward, reverse) = (law(1), law(-1))
      report.currentAtPlus1VAmpere = forward
      report.currentAtMinus1VAmpere = reverse
      report.rectificationRatio = forward / abs(reverse)
    }
    if let (parameters, model) = curve.diode {
      report.diode = IVReport.Diode(
        saturationCurrentAmpere: model.saturationCurrent,
        ideality: parameters.ideality,
        seriesResistanceOhm: parameters.seriesResistance,
        shuntResistanceOhm: parameters.shuntResistance
      )
      if request.device == .diode {
        report.exponentialRange = exponentialRange(curve, model)
      }
    }
    if let device = curve.binary { report.binary = binary(device, curve) }
    if request.device == .multistate {
      report.multistate = IVReport.Multistate(
        seed: request.seed,
        startConductanceSiemens: request.conductance.siValue,
        maximumConductanceSiemens: curve.conductances.max() ?? 0,
        endConductanceSiemens: curve.conductances.last ?? 0
      )
    }
    return report
  }

  private func exponentialRange(_ curve: IVCurve, _ model: DiodeModel) -> IVReport.ExponentialRange?
  {
    let highest =
      model.seriesResistance > 0
      ? 0.1 * model.slopeVoltage / model.seriesResistance : Double.infinity
    let points = zip(curve.voltages, curve.currents)
      .filter {
        $0.1 >= 10 * model.saturationCurrent && $0.1 <= min(highest, request.compliance.siValue)
      }
    guard let first = points.first, let last = points.last,
      let line = StraightLine(points.map { ($0.0, log($0.1)) })
    else { return nil }
    return IVReport.ExponentialRange(
      fromVolt: first.0,
      toVolt: last.0,
      points: points.count,
      rSquared: line.rSquared,
      slopeVolt: 1 / line.slope
    )
  }

  private func binary(_ device: BinaryMemristor, _ curve: IVCurve) -> IVReport.Binary {
    let compliance = request.compliance.siValue
    // A filament forms or breaks where the conductance jumps.
    var (set, reset): (Double?, Double?)
    for index in curve.conductances.indices.dropFirst() {
      let ratio = curve.conductances[index] / curve.conductances[index - 1]
      if ratio > 10 { set = set ?? curve.voltages[index] }
      if ratio < 0.1 { reset = reset ?? curve.voltages[index] }
    }
    return IVReport.Binary(
      seed: request.seed,
      setVoltageVolt: set,
      resetVoltageVolt: reset,
      lowResistanceOhm: device.parameters.lowResistance(compliance: compliance),
      highResistanceOhm: device.resistance,
      resistanceRatio: device.ratio(compliance: compliance),
      neededRatio: BinaryParameters.neededRatio,
      isNonvolatile: compliance >= device.parameters.volatileCompliance
    )
  }
}
