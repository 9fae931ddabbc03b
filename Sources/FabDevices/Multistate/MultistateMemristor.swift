import FabNumerics
public import FabUnits
import Foundation

/// A multistate memristor with its present state.
///
/// A pulse changes `ln G` by the law of ``MultistateParameters/logChange(voltage:width:)`` plus a normal deviate
/// of the cycle spread; the window clamps the result. Between pulses the state drifts by
/// `G(t) = G0 (1 + nu ln(1 + t / 1 s))`, with `t` the time since the last pulse that changed it.
public struct MultistateMemristor: Hashable, Sendable {
  /// What the device is made of.
  public let parameters: MultistateParameters
  /// The conductance right after the last change, in siemens.
  public private(set) var programmedConductance: Double
  /// The time since the last change.
  public private(set) var age: Time

  /// Creates a device in a state.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for conductances outside the window.
  public init(
    _ parameters: MultistateParameters,
    conductance: Double
  ) throws(DeviceError) {
    try ParameterCheck.lies(conductance, in: parameters.window, .conductance)
    self.parameters = parameters
    programmedConductance = conductance
    age = .zero
  }

  /// The conductance now, in siemens.
  public var conductance: Double { conductance(after: .zero) }

  /// Returns the conductance some time from now, when nothing happens till then, in siemens.
  ///
  /// - Precondition: `time` isn't negative.
  public func conductance(after time: Time) -> Double {
    precondition(time >= .zero, "time runs forward, found \(time)")
    let factor = 1 + parameters.driftCoefficient * log1p((age + time).siValue)
    return programmedConductance * max(0, factor)
  }

  /// The relative change of the conductance since it was programmed.
  public var drift: Double { conductance / programmedConductance - 1 }

  /// Lets time pass.
  ///
  /// - Precondition: `time` isn't negative.
  public mutating func wait(_ time: Time) {
    precondition(time >= .zero, "time runs forward, found \(time)")
    age = age + time
  }

  /// Applies a voltage for a time; positive voltages raise the conductance.
  ///
  /// - Parameters:
  ///   - voltage: Volts across the device, finite; FTO against Au.
  ///   - width: How long; not negative.
  ///   - generator: Source of the cycle-to-cycle deviate; one draw where the state changes, else none.
  public mutating func apply(
    voltage: Double,
    width: Time,
    using generator: inout some RandomNumberGenerator
  ) {
    precondition(voltage.isFinite, "a voltage is finite, found \(voltage) V")
    let change = parameters.logChange(voltage: voltage, width: width)
    guard change > 0 else {
      wait(width)
      return
    }
    let signed = voltage > 0 ? change : -change
    let noise = parameters.cycleSpread * generator.normalDeviate()
    let target = log(conductance) + signed + noise
    let window = parameters.window
    programmedConductance = min(window.upperBound, max(window.lowerBound, exp(target)))
    age = .zero
  }

  /// Reads the conductance with a voltage that must not disturb it, in siemens.
  ///
  /// - Parameters:
  ///   - voltage: Volts of the reading; +0.01 V where left out, as in Adv. Sci. 2025, 12(33), e04706.
  ///   - width: How long the reading takes.
  ///   - generator: Source of the reading's noise; one draw where the read spread isn't zero, else none.
  /// - Returns: The conductance as the instrument shows it.
  public mutating func read(
    voltage: Double = 0.01,
    width: Time,
    using generator: inout some RandomNumberGenerator
  ) -> Double {
    let value = conductance
    apply(voltage: voltage, width: width, using: &generator)
    guard parameters.readSpread > 0 else { return value }
    return value * (1 + parameters.readSpread * generator.normalDeviate())
  }
}
