public import FabUnits

/// Which curve `simulate iv` computes.
public struct IVRequest: Sendable {
  /// The device.
  public var device = SimulatedDevice.diode
  /// The lowest voltage.
  public var from = Voltage(siValue: -1)
  /// The highest voltage.
  public var to = Voltage(siValue: 1)
  /// The number of points of a sweep; a loop has this many from the lowest to the highest voltage.
  public var points = 201
  /// The temperature.
  public var temperature = Temperature(siValue: 298.15)
  /// The area; `nil` for the nominal one of the device.
  public var area: Area?
  /// Saturation current of a diode; `nil` for the nominal one.
  public var saturationCurrent: ElectricCurrent?
  /// Ideality factor of a diode.
  public var ideality: Double?
  /// Series resistance of a diode.
  public var seriesResistance: Resistance?
  /// Shunt resistance of a diode.
  public var shuntResistance: Resistance?
  /// The conductance that a multistate memristor starts from.
  public var conductance = Conductance(siValue: 1e-4)
  /// The largest current that the source gives; `nil` for 1 mA with memristors, 100 mA without.
  public var askedCompliance: ElectricCurrent?
  /// The largest current below zero volts with a binary memristor: breaking a filament takes more than forming it.
  public var resetCompliance = ElectricCurrent(siValue: 0.1)
  /// How long each point of a memristor's loop lasts.
  public var dwell = Time(siValue: 0.02)
  /// The seed of a memristor's cycle.
  public var seed: UInt64 = 1

  /// The largest current that the source gives.
  var compliance: ElectricCurrent {
    askedCompliance ?? ElectricCurrent(siValue: device.hasMemory ? 1e-3 : 0.1)
  }

  /// Creates a request for the nominal diode.
  public init() {}
}
