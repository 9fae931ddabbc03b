import FabUnits
import Foundation

extension DeviceParameters {
  /// Returns the unit made of a film of another thickness and absorption edge.
  ///
  /// The recombination volume makes a diode's saturation current grow with the thickness; shunt resistance grows
  /// and capacitance falls with it; a memristor's conductance falls and its voltages grow with it, since fields
  /// move ions. An edge at a longer wavelength is a smaller gap, `dE = -E² dλ/(h c)`, and lets the saturation
  /// current grow by `exp(-dE/(n k T))`.
  ///
  /// > Source: S. M. Sze, K. K. Ng, *Physics of Semiconductor Devices*, 3rd ed., Wiley 2006, section 2.3
  /// > (recombination in the depletion layer); the laws of the memristors are assumed.
  func onFilm(
    relativeThickness thickness: Double,
    edgeShift: Length
  ) throws(DeviceError)
    -> DeviceParameters
  {
    DeviceParameters(
      diode1: try Self.diode(diode1, thickness, edgeShift),
      diode2: try Self.diode(diode2, thickness, edgeShift),
      multistate: Self.multistate(multistate, thickness),
      binary: Self.binary(binary, thickness)
    )
  }

  private static func diode(
    _ diode: DiodeParameters,
    _ thickness: Double,
    _ edgeShift: Length
  ) throws(DeviceError) -> DiodeParameters {
    let gap = diode.energyGap
    let gapChange = -gap * gap * edgeShift.siValue / PhysicalConstant.photonEnergyWavelength
    let slope = diode.ideality * PhysicalConstant.thermalVoltage(at: diode.referenceTemperature)
    let growth = thickness * exp(-gapChange / slope)
    return try DiodeParameters(
      saturationCurrent: diode.saturationCurrent * growth,
      ideality: diode.ideality,
      seriesResistance: diode.seriesResistance,
      shuntResistance: diode.shuntResistance * thickness,
      capacitance: diode.capacitance / thickness,
      energyGap: gap + gapChange,
      temperatureExponent: diode.temperatureExponent,
      referenceTemperature: diode.referenceTemperature,
      area: diode.area
    )
  }

  private static func multistate(
    _ device: MultistateParameters,
    _ thickness: Double
  ) -> MultistateParameters {
    var result = device
    result.window = device.window.lowerBound / thickness...device.window.upperBound / thickness
    result.thresholdVoltage *= thickness
    result.slopeVoltage *= thickness
    return result
  }

  private static func binary(_ device: BinaryParameters, _ thickness: Double) -> BinaryParameters {
    var result = device
    result.setVoltage *= thickness
    result.resetVoltage *= thickness
    result.highResistance *= thickness
    return result
  }
}
