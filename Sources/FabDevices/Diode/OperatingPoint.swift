/// Current and slope of a two-terminal device at a voltage.
public struct OperatingPoint: Hashable, Sendable {
  /// The voltage across the device, in volt.
  public let voltage: Double
  /// The current through the device, in ampere.
  public let current: Double
  /// The derivative of the current by the voltage, in siemens.
  public let conductance: Double

  /// Creates an operating point.
  public init(voltage: Double, current: Double, conductance: Double) {
    self.voltage = voltage
    self.current = current
    self.conductance = conductance
  }
}
