public import FabUnits

/// Incremental step pulse programming with verification of a multistate memristor.
///
/// A reading comes first. While it lies outside the tolerance, a pulse of the sign that leads towards the target
/// follows, then a reading. The amplitude begins at the start and grows by the step from pulse to pulse; when the
/// state has jumped over the target, it begins anew with the opposite sign. It never exceeds its limit.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, Experimental Section: start ±0.2 V, step ±0.1 V, width 0.02 s,
/// > interleaved readings at +0.01 V. Tolerance, limits, the gap between steps and the width of a reading are
/// > assumed. On the choice of the step: *Variability and energy consumption tradeoffs in multilevel programming of
/// > RRAM arrays*, IEEE Trans. Electron Devices.
public struct WriteVerify: Hashable, Sendable {
  /// The first amplitude, in volt.
  public let startVoltage: Double
  /// The growth of the amplitude from pulse to pulse, in volt.
  public let stepVoltage: Double
  /// The largest amplitude, in volt.
  public let voltageLimit: Double
  /// The width of a pulse.
  public let pulseWidth: Time
  /// The voltage of a reading, in volt.
  public let readVoltage: Double
  /// The width of a reading.
  public let readWidth: Time
  /// The time between two steps.
  public let gap: Time
  /// The relative deviation from the target that counts as reached.
  public let tolerance: Double
  /// The most pulses.
  public let pulseLimit: Int

  /// Creates a programmer; the defaults are the published ones.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for voltages, widths and tolerances that
  ///   aren't positive, a limit below the start, a pulse limit outside 1...1000000.
  public init(
    startVoltage: Double = 0.2,
    stepVoltage: Double = 0.1,
    voltageLimit: Double = 2,
    pulseWidth: Time = Time(siValue: 0.02),
    readVoltage: Double = 0.01,
    readWidth: Time = Time(siValue: 0.02),
    gap: Time = .zero,
    tolerance: Double = 0.01,
    pulseLimit: Int = 60
  ) throws(DeviceError) {
    try ParameterCheck.isPositive(startVoltage, .voltage)
    try ParameterCheck.isNotNegative(stepVoltage, .voltage)
    try ParameterCheck.lies(voltageLimit, in: startVoltage...1000, .voltage)
    try ParameterCheck.isPositive(pulseWidth.siValue, .duration)
    try ParameterCheck.isPositive(abs(readVoltage), .voltage)
    try ParameterCheck.isPositive(readWidth.siValue, .duration)
    try ParameterCheck.isNotNegative(gap.siValue, .duration)
    try ParameterCheck.lies(tolerance, in: 1e-9...0.999, .share)
    try ParameterCheck.lies(Double(pulseLimit), in: 1...1e6, .count)
    self.startVoltage = startVoltage
    self.stepVoltage = stepVoltage
    self.voltageLimit = voltageLimit
    self.pulseWidth = pulseWidth
    self.readVoltage = readVoltage
    self.readWidth = readWidth
    self.gap = gap
    self.tolerance = tolerance
    self.pulseLimit = pulseLimit
  }

  /// Programs a device to a conductance.
  ///
  /// - Parameters:
  ///   - device: The device; left in the state that the sequence ends with.
  ///   - target: The conductance to reach, in siemens.
  ///   - generator: Source of the device's deviates.
  /// - Returns: Every step and the outcome; no pulse where the window doesn't hold the target.
  public func program(
    _ device: inout MultistateMemristor,
    to target: Double,
    using generator: inout some RandomNumberGenerator
  ) -> WriteVerifyTrace {
    let window = device.parameters.window
    guard window.contains(target) else {
      return WriteVerifyTrace(target: target, events: [], outcome: .outsideWindow(window))
    }
    var events: [ProgrammingEvent] = []
    var sign = 0.0
    var stepCount = 0
    var pulseCount = 0
    while true {
      let start = begin(after: events.last, of: &device)
      let reading = device.read(voltage: readVoltage, width: readWidth, using: &generator)
      events.append(
        ProgrammingEvent(
          kind: .read(conductance: reading),
          voltage: readVoltage,
          start: start,
          width: readWidth
        )
      )
      guard abs(reading - target) > tolerance * target else {
        return WriteVerifyTrace(target: target, events: events, outcome: .converged)
      }
      guard pulseCount < pulseLimit else {
        return WriteVerifyTrace(target: target, events: events, outcome: .pulseLimit)
      }
      let needed: Double = reading < target ? 1 : -1
      if needed != sign {
        sign = needed
        stepCount = 0
      }
      let amplitude = min(voltageLimit, startVoltage + stepVoltage * Double(stepCount))
      let pulse = ProgrammingEvent(
        kind: .pulse,
        voltage: sign * amplitude,
        start: begin(after: events.last, of: &device),
        width: pulseWidth
      )
      device.apply(voltage: pulse.voltage, width: pulseWidth, using: &generator)
      events.append(pulse)
      stepCount += 1
      pulseCount += 1
    }
  }

  /// Returns when the next step begins, and lets the device age by the gap before it.
  private func begin(
    after last: ProgrammingEvent?,
    of device: inout MultistateMemristor
  ) -> Time {
    guard let last else { return .zero }
    device.wait(gap)
    return last.end + gap
  }
}
