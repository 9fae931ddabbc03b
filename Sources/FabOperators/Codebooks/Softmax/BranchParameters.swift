import FabDevices
import FabUnits
import Foundation

/// A diode branch of a unit in numbers: all that its errors come from.
struct BranchParameters: Hashable, Sendable {
  /// Saturation current in ampere.
  var saturationCurrent: Double
  /// `n k T / e` in volt.
  var slopeVoltage: Double
  /// Series resistance in ohm.
  var seriesResistance: Double
  /// Shunt conductance in siemens.
  var shuntConductance: Double
  /// Offset voltage of the amplifier before it, in volt.
  var offsetVoltage: Double

  /// The numbers of a branch.
  static let count = 5

  init(_ model: DiodeModel, offset: Double) {
    saturationCurrent = model.saturationCurrent
    slopeVoltage = model.slopeVoltage
    seriesResistance = model.seriesResistance
    shuntConductance = model.shuntConductance
    offsetVoltage = offset
  }

  /// Reads a branch of a table.
  init(_ numbers: ArraySlice<Double>) {
    let first = numbers.startIndex
    saturationCurrent = numbers[first]
    slopeVoltage = numbers[first + 1]
    seriesResistance = numbers[first + 2]
    shuntConductance = numbers[first + 3]
    offsetVoltage = numbers[first + 4]
  }

  /// The numbers in the order of the table.
  var numbers: [Double] {
    [saturationCurrent, slopeVoltage, seriesResistance, shuntConductance, offsetVoltage]
  }

  /// The numbers as they differ between units: logarithms of what is positive.
  var deviates: [Double] {
    [saturationCurrent, slopeVoltage, seriesResistance, shuntConductance]
      .map { log(max($0, 1e-300)) }
      + [offsetVoltage]
  }

  /// Creates a branch from such numbers.
  init(deviates: [Double]) {
    saturationCurrent = exp(deviates[0])
    slopeVoltage = exp(deviates[1])
    // Zero has no logarithm and comes back as next to nothing.
    seriesResistance = deviates[2] < -600 ? 0 : exp(deviates[2])
    shuntConductance = deviates[3] < -600 ? 0 : exp(deviates[3])
    offsetVoltage = deviates[4]
  }

  /// The branch's law.
  ///
  /// - Throws: ``DeviceError`` for numbers that no diode has.
  func model(at temperature: Temperature) throws(DeviceError) -> DiodeModel {
    try DiodeModel(
      DiodeParameters(
        saturationCurrent: saturationCurrent,
        ideality: slopeVoltage / PhysicalConstant.thermalVoltage(at: temperature),
        seriesResistance: seriesResistance,
        shuntResistance: shuntConductance > 0 ? 1 / shuntConductance : .infinity,
        referenceTemperature: temperature
      )
    )
  }
}
