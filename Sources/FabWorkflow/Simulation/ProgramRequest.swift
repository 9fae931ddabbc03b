public import FabUnits

/// What `simulate program` programs, and how.
public struct ProgramRequest: Sendable {
  /// The conductance before.
  public var from: Conductance
  /// The conductance to reach.
  public var to: Conductance
  /// The first amplitude.
  public var startVoltage = Voltage(siValue: 0.2)
  /// The growth of the amplitude from pulse to pulse.
  public var stepVoltage = Voltage(siValue: 0.1)
  /// The largest amplitude.
  public var voltageLimit = Voltage(siValue: 2)
  /// The width of a pulse.
  public var pulseWidth = Time(siValue: 0.02)
  /// The voltage of a reading.
  public var readVoltage = Voltage(siValue: 0.01)
  /// The width of a reading.
  public var readWidth = Time(siValue: 0.02)
  /// The time between two steps.
  public var gap = Time.zero
  /// The relative deviation that counts as reached.
  public var tolerance = Fraction(siValue: 0.01)
  /// The most pulses.
  public var pulseLimit = 60
  /// The area; `nil` for the nominal one.
  public var area: Area?
  /// The seed of what differs from pulse to pulse.
  public var seed: UInt64 = 1

  /// Creates a request with the published pulses.
  public init(from: Conductance, to: Conductance) {
    self.from = from
    self.to = to
  }
}
