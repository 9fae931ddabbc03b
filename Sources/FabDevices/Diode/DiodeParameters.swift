public import FabUnits

/// What a perovskite diode is made of, electrically, at a reference temperature and area.
///
/// Electrical values are SI: ampere, ohm, farad; energies are electronvolt.
public struct DiodeParameters: Hashable, Sendable {
  /// Saturation current `I0` in ampere.
  public private(set) var saturationCurrent: Double
  /// Ideality factor `n`.
  public private(set) var ideality: Double
  /// Series resistance `Rs` in ohm.
  public private(set) var seriesResistance: Double
  /// Shunt resistance `Rsh` in ohm; infinite where there is none.
  public private(set) var shuntResistance: Double
  /// Junction capacitance in farad.
  public private(set) var capacitance: Double
  /// Energy gap in electronvolt, which sets how `I0` grows with temperature.
  public private(set) var energyGap: Double
  /// The power `x` of `(T/T0)^(x/n)` in the saturation current; 0 leaves all to the energy gap, SPICE uses 3.
  public private(set) var temperatureExponent: Double
  /// The temperature that the values hold at.
  public private(set) var referenceTemperature: Temperature
  /// The area that the values hold for.
  public private(set) var area: Area

  /// Creates parameters.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for zero or negative currents, an
  ///   ideality outside 0.5...10, negative resistances, temperatures outside 50...1000 K.
  public init(
    saturationCurrent: Double,
    ideality: Double,
    seriesResistance: Double = 0,
    shuntResistance: Double = .infinity,
    capacitance: Double = 0,
    energyGap: Double = DiodeParameters.nominal.energyGap,
    temperatureExponent: Double = 0,
    referenceTemperature: Temperature = Temperature(siValue: 298.15),
    area: Area = DiodeParameters.nominal.area
  ) throws(DeviceError) {
    try ParameterCheck.isPositive(saturationCurrent, .saturationCurrent)
    try ParameterCheck.lies(ideality, in: 0.5...10, .ideality)
    try ParameterCheck.isNotNegative(seriesResistance, .seriesResistance)
    guard shuntResistance > 0 else {
      throw .outOfRange(quantity: .shuntResistance, found: shuntResistance, expected: "above 0")
    }
    try ParameterCheck.isNotNegative(capacitance, .capacitance)
    try ParameterCheck.lies(energyGap, in: 0...10, .energyGap)
    try ParameterCheck.lies(temperatureExponent, in: -10...10, .temperatureExponent)
    try ParameterCheck.lies(referenceTemperature.siValue, in: 50...1000, .temperature)
    try ParameterCheck.isPositive(area.siValue, .area)
    self.init(
      checkedSaturationCurrent: saturationCurrent,
      ideality: ideality,
      seriesResistance: seriesResistance,
      shuntResistance: shuntResistance,
      capacitance: capacitance,
      energyGap: energyGap,
      temperatureExponent: temperatureExponent,
      referenceTemperature: referenceTemperature,
      area: area
    )
  }

  private init(
    checkedSaturationCurrent: Double,
    ideality: Double,
    seriesResistance: Double,
    shuntResistance: Double,
    capacitance: Double,
    energyGap: Double,
    temperatureExponent: Double,
    referenceTemperature: Temperature,
    area: Area
  ) {
    saturationCurrent = checkedSaturationCurrent
    self.ideality = ideality
    self.seriesResistance = seriesResistance
    self.shuntResistance = shuntResistance
    self.capacitance = capacitance
    self.energyGap = energyGap
    self.temperatureExponent = temperatureExponent
    self.referenceTemperature = referenceTemperature
    self.area = area
  }

  /// The diode of 0.64 mm² (FTO / Spiro-TTB / MAPbI3 / C60 / BCP / Au) at 298.15 K; replace it by a measured fit.
  ///
  /// > Source: Assumed where not said otherwise. `I0` 1 nA makes a sigmoid cell of two diodes work with a
  /// > shunting memristor of 1e10 ohm (`I0 R >= 10 V`); measured dark currents are dominated by leakage. `n` 2:
  /// > recombination in the absorber; values above 2 are seen in single junctions, PMC6199049. Energy gap of
  /// > MAPbI3 1.6 eV. Capacitance: relative permittivity 25, 500 nm. Range to expect: `I0` 1e-12...1e-7 A,
  /// > `n` 1.2...3, `Rs` 10...2000 ohm.
  public static let nominal = DiodeParameters(
    checkedSaturationCurrent: 1e-9,
    ideality: 2,
    seriesResistance: 100,
    shuntResistance: 1e12,
    capacitance: 0.28e-9,
    energyGap: 1.6,
    temperatureExponent: 0,
    referenceTemperature: Temperature(siValue: 298.15),
    area: Area(0.64, .squareMillimetre)
  )
}
