public import FabUnits
import Foundation

extension DiodeParameters {
  /// Returns the diode of the same films with another area: `I0` and capacitance grow, resistances fall with it.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` unless the area is positive.
  public func scaled(to newArea: Area) throws(DeviceError) -> DiodeParameters {
    try ParameterCheck.isPositive(newArea.siValue, .area)
    let ratio = newArea / area
    return try DiodeParameters(
      saturationCurrent: saturationCurrent * ratio,
      ideality: ideality,
      seriesResistance: seriesResistance / ratio,
      shuntResistance: shuntResistance / ratio,
      capacitance: capacitance * ratio,
      energyGap: energyGap,
      temperatureExponent: temperatureExponent,
      referenceTemperature: referenceTemperature,
      area: newArea
    )
  }

  /// Returns the diode with factors on its values, for instance drawn from a spread.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a product leaves its range.
  public func multiplied(
    saturationCurrent currentFactor: Double = 1,
    ideality idealityFactor: Double = 1,
    seriesResistance seriesFactor: Double = 1,
    shuntResistance shuntFactor: Double = 1,
    capacitance capacitanceFactor: Double = 1
  ) throws(DeviceError) -> DiodeParameters {
    try DiodeParameters(
      saturationCurrent: saturationCurrent * currentFactor,
      ideality: ideality * idealityFactor,
      seriesResistance: seriesResistance * seriesFactor,
      shuntResistance: shuntResistance * shuntFactor,
      capacitance: capacitance * capacitanceFactor,
      energyGap: energyGap,
      temperatureExponent: temperatureExponent,
      referenceTemperature: referenceTemperature,
      area: area
    )
  }

  /// Returns the diode with more resistance in series, such as memristors in their low state and lines.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where the sum is negative.
  public func adding(seriesResistance more: Double) throws(DeviceError) -> DiodeParameters {
    try DiodeParameters(
      saturationCurrent: saturationCurrent,
      ideality: ideality,
      seriesResistance: seriesResistance + more,
      shuntResistance: shuntResistance,
      capacitance: capacitance,
      energyGap: energyGap,
      temperatureExponent: temperatureExponent,
      referenceTemperature: referenceTemperature,
      area: area
    )
  }

  /// Returns the junction and its shunt alone.
  ///
  /// - Throws: Never for parameters that exist; the checks are repeated.
  public func withoutSeriesResistance() throws(DeviceError) -> DiodeParameters {
    try adding(seriesResistance: -seriesResistance)
  }

  /// Returns the diode with a resistance beside it, such as a memristor in its high state.
  ///
  /// It's taken as part of the shunt; the series resistance carries its current too, which doesn't matter where the
  /// resistance is much greater.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` unless the resistance is positive.
  public func shunted(by resistance: Double) throws(DeviceError) -> DiodeParameters {
    try ParameterCheck.isPositive(resistance, .resistance)
    return try DiodeParameters(
      saturationCurrent: saturationCurrent,
      ideality: ideality,
      seriesResistance: seriesResistance,
      shuntResistance: 1 / (1 / shuntResistance + 1 / resistance),
      capacitance: capacitance,
      energyGap: energyGap,
      temperatureExponent: temperatureExponent,
      referenceTemperature: referenceTemperature,
      area: area
    )
  }

  /// Returns the saturation current at a temperature, in ampere.
  ///
  /// `I0(T) = I0 (T/T0)^(x/n) exp(Eg/(n k) (1/T0 - 1/T))`.
  ///
  /// - Precondition: The temperature is above absolute zero.
  ///
  /// > Source: P. Antognetti, G. Massobrio, *Semiconductor Device Modeling with SPICE*, McGraw-Hill 1988,
  /// > chapter 1, saturation current (IS, EG, XTI, N).
  public func saturationCurrent(at temperature: Temperature) -> Double {
    let hot = temperature.siValue
    let reference = referenceTemperature.siValue
    precondition(hot > 0, "a temperature lies above 0 K, found \(hot) K")
    let activation = energyGap / (ideality * PhysicalConstant.boltzmannPerCharge)
    let exponent =
      activation * (1 / reference - 1 / hot) + temperatureExponent / ideality * log(hot / reference)
    return saturationCurrent * exp(exponent)
  }
}
