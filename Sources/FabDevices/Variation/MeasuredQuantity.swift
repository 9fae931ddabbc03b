/// What is measured of a component of a computing unit, in SI units.
public enum MeasuredQuantity: String, Hashable, Sendable, CaseIterable {
  /// Saturation current of a diode, ampere.
  case saturationCurrent
  /// Ideality factor of a diode.
  case ideality
  /// Series resistance of a diode, ohm.
  case seriesResistance
  /// Shunt resistance of a diode, ohm.
  case shuntResistance
  /// The lowest conductance that a multistate memristor is brought to, siemens.
  case lowestConductance
  /// The highest conductance that a multistate memristor is brought to, siemens.
  case highestConductance
  /// The voltage that sets a binary memristor, volt.
  case setVoltage
  /// The voltage that resets a binary memristor, negative, volt.
  case resetVoltage
  /// Resistance of a set binary memristor at the nominal compliance, ohm.
  case lowResistance = "onResistance"
  /// Resistance of a reset binary memristor, ohm.
  case highResistance = "offResistance"

  /// What no longer varies once this is known; `nil` where the law has no spread for it.
  var varied: VariedQuantity? {
    switch self {
    case .saturationCurrent: .saturationCurrent
    case .ideality: .ideality
    case .seriesResistance: .seriesResistance
    case .shuntResistance: .shuntResistance
    case .lowestConductance, .highestConductance: .window
    case .setVoltage, .resetVoltage: .threshold
    case .lowResistance: .lowResistance
    case .highResistance: nil
    }
  }

  /// The devices that have it.
  public var devices: [DeviceRole] {
    switch self {
    case .saturationCurrent, .ideality, .seriesResistance, .shuntResistance: [.diode1, .diode2]
    case .lowestConductance, .highestConductance: [.multistate]
    case .setVoltage, .resetVoltage, .lowResistance, .highResistance: [.binary]
    }
  }
}
