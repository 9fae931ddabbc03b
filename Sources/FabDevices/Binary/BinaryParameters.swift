public import FabUnits

/// What a binary memristor (M2: FTO / MAPbI3 / Ag) is made of, electrically.
///
/// Voltages are Ag against FTO, in volt; resistances ohm; currents ampere.
public struct BinaryParameters: Hashable, Sendable {
  /// Mean voltage at which the filament forms, positive.
  public internal(set) var setVoltage: Double
  /// Standard deviation of ``setVoltage`` from cycle to cycle.
  public internal(set) var setSpread: Double
  /// Mean voltage at which the filament breaks, negative.
  public internal(set) var resetVoltage: Double
  /// Standard deviation of ``resetVoltage`` from cycle to cycle.
  public internal(set) var resetSpread: Double
  /// The resistance of the low state after a SET with ``nominalCompliance``.
  public internal(set) var lowResistance: Double
  /// The compliance current that ``lowResistance`` holds for.
  public internal(set) var nominalCompliance: Double
  /// Median resistance of the high state.
  public internal(set) var highResistance: Double
  /// Standard deviation of the logarithm of the high state's resistance.
  public internal(set) var highSpread: Double
  /// The compliance current below which the filament is too thin to stay, in ampere.
  public internal(set) var volatileCompliance: Double
  /// How long a state set with enough compliance is shown to hold.
  public internal(set) var retention: Time
  /// How long a volatile filament lasts without voltage.
  public internal(set) var volatileLifetime: Time
  /// The area of the device.
  public internal(set) var area: Area

  /// Creates parameters.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for thresholds of the wrong sign, negative
  ///   spreads, resistances, currents and times that aren't positive.
  public init(
    setVoltage: Double = BinaryParameters.nominal.setVoltage,
    setSpread: Double = BinaryParameters.nominal.setSpread,
    resetVoltage: Double = BinaryParameters.nominal.resetVoltage,
    resetSpread: Double = BinaryParameters.nominal.resetSpread,
    lowResistance: Double = BinaryParameters.nominal.lowResistance,
    nominalCompliance: Double = BinaryParameters.nominal.nominalCompliance,
    highResistance: Double = BinaryParameters.nominal.highResistance,
    highSpread: Double = BinaryParameters.nominal.highSpread,
    volatileCompliance: Double = BinaryParameters.nominal.volatileCompliance,
    retention: Time = BinaryParameters.nominal.retention,
    volatileLifetime: Time = BinaryParameters.nominal.volatileLifetime,
    area: Area = BinaryParameters.nominal.area
  ) throws(DeviceError) {
    try ParameterCheck.isPositive(setVoltage, .voltage)
    guard resetVoltage.isFinite, resetVoltage < 0 else {
      throw .outOfRange(quantity: .voltage, found: resetVoltage, expected: "below 0 for RESET")
    }
    for spread in [setSpread, resetSpread, highSpread] {
      try ParameterCheck.isNotNegative(spread, .spread)
    }
    try ParameterCheck.isPositive(lowResistance, .resistance)
    try ParameterCheck.isPositive(highResistance, .resistance)
    try ParameterCheck.isPositive(nominalCompliance, .current)
    try ParameterCheck.isPositive(volatileCompliance, .current)
    try ParameterCheck.isPositive(retention.siValue, .duration)
    try ParameterCheck.isPositive(volatileLifetime.siValue, .duration)
    try ParameterCheck.isPositive(area.siValue, .area)
    self = Self.nominal
    self.setVoltage = setVoltage
    self.setSpread = setSpread
    self.resetVoltage = resetVoltage
    self.resetSpread = resetSpread
    self.lowResistance = lowResistance
    self.nominalCompliance = nominalCompliance
    self.highResistance = highResistance
    self.highSpread = highSpread
    self.volatileCompliance = volatileCompliance
    self.retention = retention
    self.volatileLifetime = volatileLifetime
    self.area = area
  }

  private init() {
    setVoltage = 0.6
    setSpread = 0.06
    resetVoltage = -0.4
    resetSpread = 0.05
    lowResistance = 300
    nominalCompliance = 1e-3
    highResistance = 1e10
    highSpread = 0.7
    volatileCompliance = 1e-4
    retention = Time(siValue: 1000)
    volatileLifetime = Time(siValue: 1)
    area = Area(0.12, .squareMillimetre)
  }

  /// The memristor of 0.12 mm²; replace it by measurements.
  ///
  /// > Source: Retention 1e3 s and a ratio of the currents above 1e6: Adv. Sci. 2025, 12(33), e04706, section 2.1.
  /// > The rest is assumed within what Ag/MAPbI3 devices show: on/off 1e6 and 1e3 cycles without forming, J. Choi
  /// > et al., ACS Appl. Mater. Interfaces 2017, doi 10.1021/acsami.7b08197; volatile with little current and
  /// > non-volatile with much, R. A. John et al., Nat. Commun. 13, 2074 (2022), doi 10.1038/s41467-022-29727-1.
  /// > Ranges to expect: SET 0.13...1 V, low state 1e2...1e4 ohm, high state 1e8...1e11 ohm.
  public static let nominal = BinaryParameters()

  /// The smallest ratio of the high to the low state's resistance that the computing unit needs.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.1: current ratio above 1e6.
  public static let neededRatio = 1e6

  /// Returns what an area of the same films is like: the high state leaks over the whole area, the low state is one
  /// filament, whose resistance and thresholds don't depend on it.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` unless the area is positive.
  public func scaled(to newArea: Area) throws(DeviceError) -> BinaryParameters {
    try ParameterCheck.isPositive(newArea.siValue, .area)
    var result = self
    result.highResistance = highResistance / (newArea / area)
    result.area = newArea
    return result
  }

  /// Returns the resistance of the low state after a SET with a compliance current, in ohm.
  ///
  /// The filament grows until the voltage that is left across it no longer feeds it, so that
  /// `R Icc` is constant.
  ///
  /// - Precondition: `compliance` is positive.
  ///
  /// > Source: D. Ielmini, *Modeling the universal set/reset characteristics of bipolar RRAM by field- and
  /// > temperature-driven filament growth*, IEEE Trans. Electron Devices 58, 4309 (2011),
  /// > doi 10.1109/TED.2011.2167513.
  public func lowResistance(compliance: Double) -> Double {
    precondition(compliance > 0, "a compliance current is positive, found \(compliance) A")
    return lowResistance * nominalCompliance / compliance
  }
}
