import FabDevices
public import FabDiagnostics
import FabOperators
import FabUnits

/// What `simulate modes` does: states and voltages that bring a PCU into each mode, and what each operator needs.
public struct ModesJob {
  /// Creates a job.
  public init() {}

  /// The modes: printed with `--json`.
  struct Report: Encodable {
    /// One mode.
    struct Mode: Encodable {
      var mode: String
      var function: String
      var multistateState: String
      var multistateOhm: Double?
      var binaryState: String
      var binaryOhm: Double
      var terminals: String
      var drives: [Drive]
    }

    /// One step of configuring.
    struct Drive: Encodable {
      var purpose: String
      var positive: String
      var negative: String
      var voltageVolt: Double
      var complianceAmpere: Double?
    }

    /// What an operator needs.
    struct Operation: Encodable {
      var name: String
      var function: String
      var inputs: String
      var outputs: String
      var modes: [String]
      var seating: String
    }

    var modes: [Mode]
    var operators: [Operation]
  }

  /// Tells the modes.
  ///
  /// - Returns: The report.
  /// - Throws: Never; a ``DiagnosticError`` where the published programming parameters are refused.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let programming: WriteVerify
    do throws(DeviceError) {
      programming = try WriteVerify()
    } catch {
      throw error.diagnostic(options: [:])
    }
    let settings = PCUMode.allCases.map {
      ModeSetting($0, devices: .nominal, programming: programming)
    }
    let report = Report(
      modes: settings.map(mode),
      operators: OperatorName.allCases.map { name in
        Report.Operation(
          name: name.rawValue,
          function: name.function,
          inputs: name.inputs,
          outputs: name.outputs,
          modes: name.modes.map(\.rawValue),
          seating: name.seating.rawValue
        )
      }
    )
    return CommandOutput(
      text: text(settings),
      json: JSONText.encode(report),
      messages: [],
      isClean: true
    )
  }

  private func mode(_ setting: ModeSetting) -> Report.Mode {
    Report.Mode(
      mode: setting.mode.rawValue,
      function: setting.function,
      multistateState: setting.multistateState,
      multistateOhm: setting.multistateOhms,
      binaryState: setting.isBinaryLow ? "low" : "high",
      binaryOhm: setting.binaryOhms,
      terminals: setting.terminals,
      drives: setting.drives.map { drive in
        Report.Drive(
          purpose: drive.purpose,
          positive: drive.positive,
          negative: drive.negative,
          voltageVolt: drive.volts,
          complianceAmpere: drive.compliance
        )
      }
    )
  }

  private func text(_ settings: [ModeSetting]) -> String {
    var states = TextTable([
      ("mode", .left), ("M1", .left), ("M2", .left), ("computes", .left), ("function", .left),
    ])
    states.rows = settings.map { setting in
      let first =
        setting.multistateOhms.map {
          "\(setting.multistateState), \(EngineeringText.text($0, "ohm"))"
        }
        ?? setting.multistateState
      let second =
        "\(setting.isBinaryLow ? "low" : "high"), \(EngineeringText.text(setting.binaryOhms, "ohm"))"
      return [setting.mode.rawValue, first, second, setting.terminals, setting.function]
    }
    var drives = TextTable([
      ("mode", .left), ("step", .right), ("purpose", .left), ("+", .left), ("-", .left),
      ("voltage", .right), ("at most", .right),
    ])
    for setting in settings {
      for (index, drive) in setting.drives.enumerated() {
        let sign = drive.compliance == nil ? "±" : ""
        drives.rows.append([
          setting.mode.rawValue, "\(index + 1)", drive.purpose, drive.positive, drive.negative,
          sign + EngineeringText.text(drive.volts, "V"),
          drive.compliance.map { EngineeringText.text($0, "A") } ?? "-",
        ])
      }
    }
    var operators = TextTable([
      ("operator", .left), ("function", .left), ("inputs", .left), ("outputs", .left),
      ("PCUs", .left), ("lines", .left),
    ])
    operators.rows = OperatorName.allCases.map { name in
      let counts = PCUMode.allCases.map { mode in (mode, name.modes.count { $0 == mode }) }
      return [
        name.rawValue, name.function, name.inputs, name.outputs,
        counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", "),
        name.seating == .column ? "one bit line" : "own lines",
      ]
    }
    return states.text
      + "\nContacts not named stay open. Voltages follow from the memristors' mean "
      + "thresholds and five times their spread;\nM1 is programmed with verification, from ±0.2 V in steps of 0.1 V.\n\n"
      + drives.text + "\n" + operators.text
  }
}
