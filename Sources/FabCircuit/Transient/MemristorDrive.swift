import FabDevices
import FabUnits
import Foundation

/// What a memristor has seen since its state was last changed.
struct MemristorDrive {
  /// The sum of the changes of `ln G` that the voltages ask for, with their signs.
  private var change = 0.0
  private var duration = 0.0
  private var lastVoltage = 0.0

  /// Counts a voltage for a time.
  mutating func add(_ volts: Double, for seconds: Double, on device: MemristorState) {
    duration += seconds
    lastVoltage = volts
    guard case .multistate(let memristor) = device else { return }
    let magnitude = memristor.parameters.logChange(voltage: volts, width: Time(siValue: seconds))
    change += volts > 0 ? magnitude : -magnitude
  }

  /// Applies to the device one pulse that does what all the voltages did, and begins anew.
  ///
  /// The noise of a device is that of a pulse, so that it may not be drawn once for every step of time.
  mutating func apply(
    to device: inout MemristorState,
    using generator: inout some RandomNumberGenerator
  ) {
    guard duration > 0 else { return }
    let width = Time(siValue: duration)
    switch device {
    case .multistate(var memristor):
      let volts = equivalentVoltage(memristor.parameters, width)
      memristor.apply(voltage: volts, width: width, using: &generator)
      device = .multistate(memristor)
    case .binary(var memristor, let compliance):
      memristor.apply(
        voltage: lastVoltage,
        compliance: lastVoltage > 0 ? compliance : .infinity,
        width: width,
        using: &generator
      )
      device = .binary(memristor, compliance: compliance)
    }
    self = MemristorDrive()
  }

  /// The constant voltage whose pulse changes the state as much: the inverse of the pulse law.
  private func equivalentVoltage(_ parameters: MultistateParameters, _ width: Time) -> Double {
    guard change != 0 else { return 0 }
    let reach = parameters.pulseGain * (width / parameters.nominalWidth)
    let drive = log1p(abs(change) / reach)
    let magnitude = parameters.thresholdVoltage + parameters.slopeVoltage * drive
    return change > 0 ? magnitude : -magnitude
  }
}
