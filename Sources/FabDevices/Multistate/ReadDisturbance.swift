public import FabUnits

/// What a voltage that should only read does to a multistate memristor.
public enum ReadDisturbance: Hashable, Sendable {
  /// Below every programming voltage: nothing changes.
  case harmless
  /// At or above the first programming amplitude, yet below this device's threshold: no change expected.
  case marginal
  /// Above the threshold: the share by which the conductance changes in the time asked for.
  case disturbing(relativeChange: Double)

  /// Creates the verdict on a voltage that stands across the device for a time.
  ///
  /// - Parameters:
  ///   - voltage: Volts across the device.
  ///   - duration: How long.
  ///   - parameters: The device.
  ///   - programmingStart: The smallest amplitude that is ever used for programming, in volt.
  public init(
    voltage: Double,
    duration: Time,
    on parameters: MultistateParameters,
    programmingStart: Double = 0.2
  ) {
    let change = parameters.logChange(voltage: voltage, width: duration)
    if change > 0 {
      self = .disturbing(relativeChange: DeviceMath.growth(change))
    } else {
      self = abs(voltage) < programmingStart ? .harmless : .marginal
    }
  }
}
