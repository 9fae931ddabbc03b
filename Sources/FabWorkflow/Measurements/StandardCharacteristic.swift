import FabDevices

/// What this tool itself knows how to measure or to use, with unit and method; stores may have more.
enum StandardCharacteristic: String, CaseIterable {
  case edge
  case edgeInflection
  case xrd110
  case pbi2Residue
  case filmThickness
  case saturationCurrent
  case ideality
  case seriesResistance
  case shuntResistance
  case lowestConductance
  case highestConductance
  case setVoltage
  case resetVoltage
  case onResistance
  case offResistance
  case onOffRatio
  case rectificationRatio
  case conductanceRatio

  /// The unit; `1` for plain numbers.
  var unit: String {
    switch self {
    case .edge, .edgeInflection, .filmThickness: "nm"
    case .xrd110: "deg"
    case .saturationCurrent: "A"
    case .pbi2Residue, .ideality, .onOffRatio, .rectificationRatio, .conductanceRatio: "1"
    case .seriesResistance, .shuntResistance, .onResistance, .offResistance: "ohm"
    case .lowestConductance, .highestConductance: "S"
    case .setVoltage, .resetVoltage: "V"
    }
  }

  /// The name for people.
  var title: String {
    switch self {
    case .edge: "absorption edge"
    case .edgeInflection: "absorption edge at the inflection"
    case .xrd110: "angle of the (110) reflection"
    case .pbi2Residue: "area of the lead iodide reflection over that of the (110) reflection"
    case .filmThickness: "thickness of the perovskite"
    case .saturationCurrent: "saturation current"
    case .ideality: "ideality factor"
    case .seriesResistance: "series resistance"
    case .shuntResistance: "shunt resistance"
    case .lowestConductance: "lowest conductance"
    case .highestConductance: "highest conductance"
    case .setVoltage: "SET voltage"
    case .resetVoltage: "RESET voltage"
    case .onResistance: "resistance when set"
    case .offResistance: "resistance when reset"
    case .onOffRatio: "on/off ratio"
    case .rectificationRatio: "rectification ratio"
    case .conductanceRatio: "ratio of the conductances"
    }
  }

  /// What it says of a device of the simulator; `nil` where films are measured or a ratio is computed.
  var device: MeasuredQuantity? { MeasuredQuantity(rawValue: rawValue) }
}
