import FabNumerics
public import FabUnits
import Foundation

// Goals, in this order: (1) finite and right for every finite voltage, with and without series resistance and
// shunt; (2) relative error of the current below 1e-12, also near zero; (3) no iteration whose length depends
// on data.

/// The current-voltage law of a diode with series resistance and shunt at one temperature.
///
/// With the junction voltage `u = V - I Rs` and `a = n k T / e`:
/// `I = I0 (exp(u/a) - 1) + u/Rsh`.
///
/// Both directions are closed forms. For `u` from `V`, `y = Rs I0 / (a b) exp(u/a)` with `b = 1 + Rs/Rsh`
/// obeys `y + ln y = (V + Rs I0)/(a b) + ln(Rs I0/(a b))`, the equation of the Wright omega function; for `u`
/// from `I`, `y = I0 Rsh/a exp(u/a)` obeys the same equation with `(I + I0) Rsh/a + ln(I0 Rsh/a)`. Two Newton
/// steps with `expm1` remove the rounding of the sums.
///
/// > Source: T. C. Banwell, A. Jayakumar, *Exact analytical solution for current flow through diode with series
/// > resistance*, Electron. Lett. 36, 291 (2000), doi 10.1049/el:20000301 (without shunt).
///
/// > Validity: voltages up to 1e12 V; an exponential beyond `u = 600 a` goes on as its tangent, so that a diode
/// > without series resistance stays finite too.
public struct DiodeModel: Hashable, Sendable {
  /// Saturation current at this temperature, in ampere.
  public let saturationCurrent: Double
  /// `n k T / e`, in volt.
  public let slopeVoltage: Double
  /// Series resistance, in ohm.
  public let seriesResistance: Double
  /// Conductance of the shunt, in siemens; zero where there is none.
  public let shuntConductance: Double
  private let shuntFactor: Double
  private let logSeries: Double

  /// Creates the law of a diode at a temperature.
  ///
  /// - Parameters:
  ///   - parameters: The diode.
  ///   - temperature: The temperature; the reference temperature of the parameters where it is left out.
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for temperatures outside 50...1000 K, or
  ///   where the saturation current leaves the range of `Double`.
  public init(
    _ parameters: DiodeParameters,
    temperature: Temperature? = nil
  ) throws(DeviceError) {
    let actual = temperature ?? parameters.referenceTemperature
    try ParameterCheck.lies(actual.siValue, in: 50...1000, .temperature)
    let current = parameters.saturationCurrent(at: actual)
    guard current.isNormal else {
      throw .outOfRange(
        quantity: .saturationCurrent,
        found: current,
        expected: "between 1e-307 and 1e308 A at \(actual.siValue) K"
      )
    }
    saturationCurrent = current
    slopeVoltage = parameters.ideality * PhysicalConstant.thermalVoltage(at: actual)
    seriesResistance = parameters.seriesResistance
    shuntConductance = 1 / parameters.shuntResistance
    shuntFactor = 1 + seriesResistance * shuntConductance
    logSeries = log(seriesResistance) + log(current) - log(slopeVoltage * shuntFactor)
  }

  /// Returns the current at a voltage, in ampere.
  ///
  /// - Precondition: `voltage` is finite.
  public func current(at voltage: Double) -> Double {
    let junction = junctionVoltage(at: voltage)
    return saturationCurrent * exponential(junction).minusOne + junction * shuntConductance
  }

  /// Returns the current and its derivative at a voltage.
  ///
  /// - Precondition: `voltage` is finite.
  public func operatingPoint(at voltage: Double) -> OperatingPoint {
    let junction = junctionVoltage(at: voltage)
    let (minusOne, value) = exponential(junction)
    let slope = saturationCurrent / slopeVoltage * value + shuntConductance
    return OperatingPoint(
      voltage: voltage,
      current: saturationCurrent * minusOne + junction * shuntConductance,
      conductance: slope / (1 + seriesResistance * slope)
    )
  }

  /// Returns the voltage at a current, in volt; `nil` where no voltage drives it.
  ///
  /// Without a shunt the reverse current never exceeds the saturation current.
  ///
  /// - Precondition: `current` is finite.
  public func voltage(at current: Double) -> Double? {
    precondition(current.isFinite, "a current is finite, found \(current) A")
    guard shuntConductance > 0 else {
      guard current > -saturationCurrent else { return nil }
      return slopeVoltage * log1p(current / saturationCurrent) + current * seriesResistance
    }
    let logShunt = log(saturationCurrent) - log(shuntConductance) - log(slopeVoltage)
    let drive = (current + saturationCurrent) / (shuntConductance * slopeVoltage)
    let omega = wrightOmega(drive + logShunt)
    var junction =
      omega > 1 ? slopeVoltage * (log(omega) - logShunt) : slopeVoltage * (drive - omega)
    for _ in 0..<2 {
      let (minusOne, value) = exponential(junction)
      let residual = saturationCurrent * minusOne + junction * shuntConductance - current
      junction -= residual / (saturationCurrent / slopeVoltage * value + shuntConductance)
    }
    return junction + current * seriesResistance
  }

  /// Returns the voltage across the junction alone, without the series resistance, in volt.
  ///
  /// - Precondition: `voltage` is finite.
  public func junctionVoltage(at voltage: Double) -> Double {
    precondition(voltage.isFinite, "a voltage is finite, found \(voltage) V")
    guard seriesResistance > 0 else { return voltage }
    let drive = (voltage + seriesResistance * saturationCurrent) / (slopeVoltage * shuntFactor)
    let omega = wrightOmega(drive + logSeries)
    var junction =
      omega > 1 ? slopeVoltage * (log(omega) - logSeries) : slopeVoltage * (drive - omega)
    for _ in 0..<2 {
      let (minusOne, value) = exponential(junction)
      let current = saturationCurrent * minusOne + junction * shuntConductance
      let slope = saturationCurrent / slopeVoltage * value + shuntConductance
      junction -=
        (junction + seriesResistance * current - voltage) / (1 + seriesResistance * slope)
    }
    return junction
  }

  /// `exp(u/a) - 1` and `exp(u/a)`, continued by the tangent beyond `u = 600 a`.
  private func exponential(_ junction: Double) -> (minusOne: Double, value: Double) {
    let exponent = junction / slopeVoltage
    guard exponent <= 600 else {
      let edge = exp(600.0)
      return (edge * (exponent - 599), edge)
    }
    if exponent < -0.5 {
      let value = exp(exponent)
      return (value - 1, value)
    }
    let minusOne = expm1(exponent)
    return (minusOne, minusOne + 1)
  }
}
