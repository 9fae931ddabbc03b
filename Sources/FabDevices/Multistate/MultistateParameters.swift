public import FabUnits

/// What a multistate memristor (M1: FTO / Spiro-TTB / MAPbI3 / Au) is made of, electrically.
///
/// Conductances are siemens, voltages volt.
public struct MultistateParameters: Hashable, Sendable {
  /// The conductances that the device can hold, in siemens.
  public internal(set) var window: ClosedRange<Double>
  /// The voltage that a pulse must exceed to change anything, in volt.
  public internal(set) var thresholdVoltage: Double
  /// The voltage over which the change grows by a factor e, in volt.
  public internal(set) var slopeVoltage: Double
  /// The prefactor of the change of `ln G` by one nominal pulse.
  public internal(set) var pulseGain: Double
  /// The width of the pulse that ``pulseGain`` holds for.
  public internal(set) var nominalWidth: Time
  /// Standard deviation of `ln G` after a pulse that changes the state (cycle to cycle).
  public internal(set) var cycleSpread: Double
  /// Relative standard deviation of a reading.
  public internal(set) var readSpread: Double
  /// Share `nu` of the conductance by which it drifts for every factor e of time beyond one second.
  public internal(set) var driftCoefficient: Double
  /// The area of the device.
  public internal(set) var area: Area

  /// Creates parameters.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for windows that aren't positive and
  ///   finite, zero or negative slopes, gains and widths, negative thresholds and spreads.
  public init(
    window: ClosedRange<Double> = MultistateParameters.nominal.window,
    thresholdVoltage: Double = MultistateParameters.nominal.thresholdVoltage,
    slopeVoltage: Double = MultistateParameters.nominal.slopeVoltage,
    pulseGain: Double = MultistateParameters.nominal.pulseGain,
    nominalWidth: Time = MultistateParameters.nominal.nominalWidth,
    cycleSpread: Double = MultistateParameters.nominal.cycleSpread,
    readSpread: Double = MultistateParameters.nominal.readSpread,
    driftCoefficient: Double = MultistateParameters.nominal.driftCoefficient,
    area: Area = MultistateParameters.nominal.area
  ) throws(DeviceError) {
    try ParameterCheck.isPositive(window.lowerBound, .conductance)
    try ParameterCheck.isPositive(window.upperBound, .conductance)
    try ParameterCheck.isNotNegative(thresholdVoltage, .voltage)
    try ParameterCheck.isPositive(slopeVoltage, .voltage)
    try ParameterCheck.isPositive(pulseGain, .share)
    try ParameterCheck.isPositive(nominalWidth.siValue, .duration)
    try ParameterCheck.isNotNegative(cycleSpread, .spread)
    try ParameterCheck.isNotNegative(readSpread, .spread)
    try ParameterCheck.lies(driftCoefficient, in: -0.05...0.05, .share)
    try ParameterCheck.isPositive(area.siValue, .area)
    self.init(
      checkedWindow: window,
      thresholdVoltage,
      slopeVoltage,
      pulseGain,
      nominalWidth,
      cycleSpread,
      readSpread,
      driftCoefficient,
      area
    )
  }

  private init(
    checkedWindow: ClosedRange<Double>,
    _ thresholdVoltage: Double,
    _ slopeVoltage: Double,
    _ pulseGain: Double,
    _ nominalWidth: Time,
    _ cycleSpread: Double,
    _ readSpread: Double,
    _ driftCoefficient: Double,
    _ area: Area
  ) {
    window = checkedWindow
    self.thresholdVoltage = thresholdVoltage
    self.slopeVoltage = slopeVoltage
    self.pulseGain = pulseGain
    self.nominalWidth = nominalWidth
    self.cycleSpread = cycleSpread
    self.readSpread = readSpread
    self.driftCoefficient = driftCoefficient
    self.area = area
  }

  /// The memristor of 0.35 mm²; replace it by measurements.
  ///
  /// > Source: Assumed: window 1 µS...1.25 mS (10 kohm and 800 ohm inside), pulse law
  /// > `0.004 (exp((|V| - 0.3)/0.15) - 1)` a 20 ms pulse, reading without noise. Pulse width: Adv. Sci. 2025,
  /// > 12(33), e04706, Experimental Section. Drift 1.5e-3: 1 % in the 600 s for which that paper shows states
  /// > to hold. Cycle spread 1.5 %: perovskite nanowire arrays of S. Poddar et al. (139 states in 10...100 µS,
  /// > cycle to cycle < 1.5 %, device to device < 5 %).
  public static let nominal = MultistateParameters(
    checkedWindow: 1e-6...1.25e-3,
    0.3,
    0.15,
    0.004,
    Time(20, MeasurementUnit("ms", exponent: -3)),
    0.015,
    0,
    1.5e-3,
    Area(0.35, .squareMillimetre)
  )

  /// Returns the expected change of `ln G` by a pulse, not negative; positive voltages raise, negative lower it.
  ///
  /// `g w max(0, exp((|V| - Vt)/Vs) - 1)` with `w` the width over the nominal width.
  public func logChange(voltage: Double, width: Time) -> Double {
    let drive = (abs(voltage) - thresholdVoltage) / slopeVoltage
    guard drive > 0 else { return 0 }
    return pulseGain * (width / nominalWidth) * DeviceMath.growth(drive)
  }

  /// Returns what an area of the same films is like: conductances grow with it.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` unless the area is positive.
  public func scaled(to newArea: Area) throws(DeviceError) -> MultistateParameters {
    try ParameterCheck.isPositive(newArea.siValue, .area)
    let ratio = newArea / area
    var result = self
    result.window = window.lowerBound * ratio...window.upperBound * ratio
    result.area = newArea
    return result
  }
}
