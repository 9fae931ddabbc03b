/// What conditions of bins can be about, with its unit.
public enum BinCharacteristic: String, CaseIterable, Codable, Hashable, Sendable {
  /// The saturation current of a diode.
  case saturationCurrent
  /// The ideality of a diode.
  case ideality
  /// The series resistance of a diode.
  case seriesResistance
  /// The shunt resistance of a diode.
  case shuntResistance
  /// The current forward over that in reverse, at one voltage.
  case rectificationRatio
  /// The smallest conductance that a multistate memristor was set to.
  case lowestConductance
  /// The largest conductance that a multistate memristor was set to.
  case highestConductance
  /// The largest over the smallest conductance.
  case conductanceRatio
  /// The voltage at which a binary memristor turns on.
  case setVoltage
  /// The voltage at which a binary memristor turns off.
  case resetVoltage
  /// The resistance of the low state.
  case onResistance
  /// The resistance of the high state.
  case offResistance
  /// The current of the low over that of the high state.
  case onOffRatio

  /// The unit of values and conditions.
  public var unit: String {
    switch self {
    case .saturationCurrent: "A"
    case .seriesResistance, .shuntResistance, .onResistance, .offResistance: "ohm"
    case .lowestConductance, .highestConductance: "S"
    case .setVoltage, .resetVoltage: "V"
    case .ideality, .rectificationRatio, .conductanceRatio, .onOffRatio: "1"
    }
  }

  /// The characteristics of a component; none for the unit as a whole.
  public static func characteristics(of subject: BinSubject) -> [BinCharacteristic] {
    switch subject {
    case .diode1, .diode2:
      [.saturationCurrent, .ideality, .seriesResistance, .shuntResistance, .rectificationRatio]
    case .multistate: [.lowestConductance, .highestConductance, .conductanceRatio]
    case .binary: [.setVoltage, .resetVoltage, .onResistance, .offResistance, .onOffRatio]
    case .unit: []
    }
  }
}
