import FabDevices
public import FabDiagnostics
import FabNumerics
import FabUnits

/// What `simulate program` does: the pulses that bring a multistate memristor to a conductance.
public struct ProgramJob {
  private let request: ProgramRequest
  private let files: OutputChoice

  /// The time for which published states hold, and the change within it that counts as holding.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.1: retention above 600 s; the limit of 1 % is assumed.
  private static let retention = (time: Time(siValue: 600), limit: 0.01)

  /// Creates a job.
  public init(request: ProgramRequest, files: OutputChoice) {
    self.request = request
    self.files = files
  }

  /// Programs a simulated device.
  ///
  /// - Returns: The report; it isn't clean if the target wasn't reached.
  /// - Throws: A ``DiagnosticError`` if a parameter makes no sense or a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let parameters = try parameters()
    let programmer = try programmer()
    var device = try device(parameters)
    var generator = Xoshiro256(seed: request.seed)
    let trace = programmer.program(&device, to: request.to.siValue, using: &generator)
    let report = report(trace, device, programmer)
    var text = ProgramText(report: report).description
    text += try files.write(
      svg: { ProgramPicture(report: report, trace: trace).svg() },
      csv: { Self.waveform(trace) }
    )
    let hasConverged = trace.outcome == .converged
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: disturbanceMessages(report) + (hasConverged ? [] : [notReached(report)]),
      isClean: hasConverged
    )
  }

  private func parameters() throws(DiagnosticError) -> MultistateParameters {
    guard let area = request.area else { return .nominal }
    do throws(DeviceError) {
      return try MultistateParameters.nominal.scaled(to: area)
    } catch {
      throw error.diagnostic(options: [.area: "--area"])
    }
  }

  private func device(
    _ parameters: MultistateParameters
  ) throws(DiagnosticError) -> MultistateMemristor {
    let window = parameters.window
    for (option, value) in [("--from", request.from.siValue), ("--to", request.to.siValue)]
    where !window.contains(value) {
      throw Self.refusal(
        option,
        EngineeringText.text(value, "S"),
        "\(EngineeringText.text(window.lowerBound, "S")) to "
          + "\(EngineeringText.text(window.upperBound, "S")), which the device holds"
      )
    }
    do throws(DeviceError) {
      return try MultistateMemristor(parameters, conductance: request.from.siValue)
    } catch {
      throw error.diagnostic(options: [.conductance: "--from"])
    }
  }

  /// The programmer; each value is checked at its own option first, as all voltages are alike to the device.
  private func programmer() throws(DiagnosticError) -> WriteVerify {
    for (option, voltage) in [("--start", request.startVoltage), ("--limit", request.voltageLimit)]
    where !(voltage > .zero && voltage.siValue <= 100) {
      throw Self.refusal(option, "\(voltage)", "a voltage above 0, at most 100 V")
    }
    guard request.stepVoltage >= .zero, request.stepVoltage.siValue <= 100 else {
      throw Self.refusal("--step", "\(request.stepVoltage)", "a voltage of 0 to 100 V")
    }
    guard request.voltageLimit >= request.startVoltage else {
      throw Self.refusal(
        "--limit",
        "\(request.voltageLimit)",
        "at least --start, which is \(request.startVoltage)"
      )
    }
    guard request.readVoltage != .zero, abs(request.readVoltage.siValue) <= 100 else {
      throw Self.refusal(
        "--read",
        "\(request.readVoltage)",
        "a voltage that isn't 0, at most 100 V"
      )
    }
    for (option, time) in [("--width", request.pulseWidth), ("--read-width", request.readWidth)]
    where !(time > .zero && time.siValue <= 1e6) {
      throw Self.refusal(option, "\(time)", "a time above 0, at most 1e6 s")
    }
    guard request.gap >= .zero, request.gap.siValue <= 1e6 else {
      throw Self.refusal("--gap", "\(request.gap)", "a time of 0 to 1e6 s")
    }
    guard (1e-9...0.999).contains(request.tolerance.siValue) else {
      throw Self.refusal("--tolerance", "\(request.tolerance)", "1e-7 % to 99.9 %")
    }
    guard (1...10_000).contains(request.pulseLimit) else {
      throw Self.refusal("--pulses", "\(request.pulseLimit)", "1 to 10000")
    }
    do throws(DeviceError) {
      return try WriteVerify(
        startVoltage: request.startVoltage.siValue,
        stepVoltage: request.stepVoltage.siValue,
        voltageLimit: request.voltageLimit.siValue,
        pulseWidth: request.pulseWidth,
        readVoltage: request.readVoltage.siValue,
        readWidth: request.readWidth,
        gap: request.gap,
        tolerance: request.tolerance.siValue,
        pulseLimit: request.pulseLimit
      )
    } catch {
      throw error.diagnostic(options: [:])
    }
  }

  private static func refusal(
    _ option: String,
    _ found: String,
    _ expected: String
  ) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .outOfRange,
        at: .argument(option),
        "found \(found); expected \(expected)",
        fixes: ["choose a value in this range"]
      )
    )
  }

  private func report(
    _ trace: WriteVerifyTrace,
    _ device: MultistateMemristor,
    _ programmer: WriteVerify
  ) -> ProgramReport {
    let readings = trace.events.count - trace.pulseCount
    let drift = device.conductance(after: Self.retention.time) / device.conductance - 1
    let window = device.parameters.window
    return ProgramReport(
      startConductanceSiemens: request.from.siValue,
      targetConductanceSiemens: trace.target,
      tolerancePercent: 100 * programmer.tolerance,
      windowSiemens: [window.lowerBound, window.upperBound],
      areaMm2: device.parameters.area.value(in: .squareMillimetre),
      seed: request.seed,
      outcome: trace.outcome == .converged ? "converged" : "pulse-limit",
      pulses: trace.pulseCount,
      readings: readings,
      durationSecond: trace.duration.siValue,
      finalConductanceSiemens: trace.finalReading ?? request.from.siValue,
      relativeErrorPercent: 100 * (trace.relativeError ?? 0),
      largestAmplitudeVolt: trace.largestAmplitude,
      drift: ProgramReport.Drift(
        afterSecond: Self.retention.time.siValue,
        changePercent: 100 * drift,
        limitPercent: 100 * Self.retention.limit,
        isWithinLimit: abs(drift) <= Self.retention.limit
      ),
      readDisturbance: disturbance(readings, device.parameters),
      steps: trace.events.map(Self.step)
    )
  }

  private func disturbance(
    _ readings: Int,
    _ parameters: MultistateParameters
  ) -> ProgramReport.Disturbance {
    let verdict = ReadDisturbance(
      voltage: request.readVoltage.siValue,
      duration: Double(readings) * request.readWidth,
      on: parameters,
      programmingStart: request.startVoltage.siValue
    )
    return switch verdict {
    case .harmless: ProgramReport.Disturbance(verdict: "harmless", changePercent: 0)
    case .marginal: ProgramReport.Disturbance(verdict: "marginal", changePercent: 0)
    case .disturbing(let change):
      ProgramReport.Disturbance(verdict: "disturbing", changePercent: 100 * change)
    }
  }

  private func disturbanceMessages(_ report: ProgramReport) -> [Diagnostic] {
    let summary: String
    switch report.readDisturbance.verdict {
    case "disturbing":
      let change = EngineeringText.plain(report.readDisturbance.changePercent, digits: 2)
      summary =
        "\(report.readings) readings at \(request.readVoltage) change the state by \(change) %"
    case "marginal":
      summary =
        "readings at \(request.readVoltage) are as strong as the first pulse of \(request.startVoltage)"
    default: return []
    }
    return [
      Diagnostic(
        .readDisturbance,
        severity: .warning,
        at: .argument("--read"),
        summary,
        fixes: ["read with less voltage, 10 mV as published"]
      )
    ]
  }

  private func notReached(_ report: ProgramReport) -> Diagnostic {
    Diagnostic(
      .targetNotReached,
      "\(report.pulses) pulses left the conductance "
        + "\(EngineeringText.plain(report.relativeErrorPercent, digits: 3)) % off its target; at most "
        + "\(EngineeringText.plain(report.tolerancePercent)) % was asked for",
      fixes: ["allow more pulses with --pulses, a larger --tolerance, or a smaller --step"]
    )
  }

  private static func step(_ event: ProgrammingEvent) -> ProgramReport.Step {
    var step = ProgramReport.Step(
      kind: "pulse",
      startSecond: event.start.siValue,
      widthSecond: event.width.siValue,
      voltageVolt: event.voltage
    )
    if case .read(let conductance) = event.kind {
      step.kind = "read"
      step.conductanceSiemens = conductance
    }
    return step
  }

  /// The corners of the waveform, for a source-measure unit's list sweep.
  private static func waveform(_ trace: WriteVerifyTrace) -> [UInt8] {
    var text = "time (s),voltage (V)\n"
    for point in trace.waveform { text += "\(point.time.siValue),\(point.voltage)\n" }
    return Array(text.utf8)
  }
}
