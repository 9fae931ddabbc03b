import FabNumerics
public import FabUnits
import Foundation

/// A binary memristor with its present state.
public struct BinaryMemristor: Hashable, Sendable {
  /// The states of the device.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// No filament: high resistance.
    case high
    /// A filament of silver: low resistance.
    case low
    /// A filament too thin to stay once the voltage is gone.
    case volatileLow
  }

  /// How sure a state is.
  public enum Retention: String, Hashable, Sendable, CaseIterable {
    /// The state holds: the time since it was written is within what was shown.
    case holds
    /// The time since the state was written is longer than was ever shown.
    case unproven
    /// The filament has dissolved.
    case lost
  }

  /// What the device is made of.
  public let parameters: BinaryParameters
  /// The state.
  public private(set) var state: State
  /// The resistance at low voltage, in ohm.
  public private(set) var resistance: Double
  /// The time since the state was written.
  public private(set) var age: Time
  private var nextSet: Double
  private var nextReset: Double
  private var nextHighResistance: Double

  /// Creates a device without filament, with thresholds drawn for its first cycle.
  public init(
    _ parameters: BinaryParameters,
    using generator: inout some RandomNumberGenerator
  ) {
    self.parameters = parameters
    state = .high
    age = .zero
    resistance = parameters.highResistance
    nextSet = parameters.setVoltage
    nextReset = parameters.resetVoltage
    nextHighResistance = parameters.highResistance
    drawCycle(using: &generator)
    resistance = nextHighResistance
  }

  /// The voltage at which the next SET will happen, in volt.
  public var setThreshold: Double { nextSet }

  /// The voltage at which the next RESET will happen, in volt.
  public var resetThreshold: Double { nextReset }

  /// Applies a voltage for a time: may SET, RESET, or do nothing.
  ///
  /// - Parameters:
  ///   - voltage: Volts of Ag against FTO, finite.
  ///   - compliance: The largest current that the source gives, in ampere; positive.
  ///   - width: How long; not negative.
  ///   - generator: Source of the next cycle's thresholds; three draws at a RESET, else none.
  /// - Returns: The current at the end, never above the compliance, in ampere.
  @discardableResult
  public mutating func apply(
    voltage: Double,
    compliance: Double,
    width: Time,
    using generator: inout some RandomNumberGenerator
  ) -> Double {
    precondition(voltage.isFinite, "a voltage is finite, found \(voltage) V")
    precondition(compliance > 0, "a compliance current is positive, found \(compliance) A")
    if voltage >= nextSet {
      let written = parameters.lowResistance(compliance: compliance)
      // A SET with more current thickens a filament; with less it changes nothing.
      if state == .high || written < resistance {
        state = compliance < parameters.volatileCompliance ? .volatileLow : .low
        resistance = min(written, nextHighResistance)
        age = .zero
      }
    } else if voltage <= nextReset, state != .high {
      // The filament breaks only where the source can heat it: it must be able to carry the current.
      if abs(voltage) / resistance <= compliance * (1 + 1e-12) {
        state = .high
        drawCycle(using: &generator)
        resistance = nextHighResistance
        age = .zero
      }
    }
    if voltage == 0 { wait(width) } else { age = age + width }
    let current = voltage / resistance
    return max(-compliance, min(compliance, current))
  }

  /// Lets time pass without voltage: a volatile filament dissolves.
  ///
  /// - Precondition: `time` isn't negative.
  public mutating func wait(_ time: Time) {
    precondition(time >= .zero, "time runs forward, found \(time)")
    age = age + time
    if state == .volatileLow, age > parameters.volatileLifetime {
      state = .high
      resistance = nextHighResistance
      age = .zero
    }
  }

  /// Returns how sure the state will be some time from now, without voltage.
  ///
  /// - Precondition: `time` isn't negative.
  public func retention(after time: Time) -> Retention {
    precondition(time >= .zero, "time runs forward, found \(time)")
    let total = age + time
    if state == .volatileLow { return total > parameters.volatileLifetime ? .lost : .holds }
    return total <= parameters.retention ? .holds : .unproven
  }

  /// The ratio of this device's high to its low resistance at a compliance current.
  public func ratio(compliance: Double) -> Double {
    nextHighResistance / parameters.lowResistance(compliance: compliance)
  }

  /// Tells whether the ratio at a compliance current is above the needed 1e6.
  public func hasNeededRatio(compliance: Double) -> Bool {
    ratio(compliance: compliance) > BinaryParameters.neededRatio
  }

  /// Draws thresholds and high resistance of the next cycle; thresholds keep their sign.
  private mutating func drawCycle(using generator: inout some RandomNumberGenerator) {
    let set = parameters.setVoltage + parameters.setSpread * generator.normalDeviate()
    let reset = parameters.resetVoltage + parameters.resetSpread * generator.normalDeviate()
    nextSet = max(set, 0.1 * parameters.setVoltage)
    nextReset = min(reset, 0.1 * parameters.resetVoltage)
    nextHighResistance =
      parameters.highResistance * exp(parameters.highSpread * generator.normalDeviate())
  }
}
