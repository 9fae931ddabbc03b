import FabDevices
import FabUnits
import Foundation
import Testing

@Suite struct DiodeModelTests {
  private func model(_ row: DiodeReference.Row) throws -> DiodeModel {
    let temperature = Temperature(siValue: row.temperature)
    return try DiodeModel(
      DiodeParameters(
        saturationCurrent: row.saturationCurrent,
        ideality: row.ideality,
        seriesResistance: row.seriesResistance,
        shuntResistance: row.shuntResistance,
        referenceTemperature: temperature
      )
    )
  }

  @Test(arguments: DiodeReference.rows)
  func currentAndSlopeAgreeWithSixtyDigits(row: DiodeReference.Row) throws {
    let point = try model(row).operatingPoint(at: row.voltage)
    #expect(abs(point.current - row.current) <= 1e-12 * abs(row.current))
    #expect(abs(point.conductance - row.conductance) <= 1e-12 * row.conductance)
    #expect(try model(row).current(at: row.voltage) == point.current)
  }

  @Test(arguments: DiodeReference.rows)
  func voltageOfACurrentLeadsBack(row: DiodeReference.Row) throws {
    let model = try model(row)
    guard let voltage = model.voltage(at: row.current) else {
      #expect(row.shuntResistance == .infinity && row.current <= -row.saturationCurrent)
      return
    }
    // The voltage follows a current only as well as its slope says: rounding of I / g.
    let rounding = 4e-16 * abs(row.current) / row.conductance
    #expect(abs(voltage - row.voltage) <= 1e-12 * abs(row.voltage) + rounding)
  }

  @Test func withoutLossesItIsShockley() throws {
    let model = try DiodeModel(DiodeParameters(saturationCurrent: 1e-12, ideality: 1))
    let thermal = PhysicalConstant.boltzmannPerCharge * 298.15
    for voltage in stride(from: -1.0, through: 0.9, by: 0.1) {
      let expected = 1e-12 * expm1(voltage / thermal)
      #expect(abs(model.current(at: voltage) - expected) <= 2e-16 * abs(expected))
    }
    #expect(model.current(at: 0) == 0)
    #expect(model.voltage(at: 0) == 0)
    #expect(model.voltage(at: -1e-12) == nil)
    #expect(model.voltage(at: -2e-12) == nil)
  }

  @Test func derivativeIsTheDifferenceQuotient() throws {
    let model = try DiodeModel(.nominal)
    for voltage in stride(from: -0.5, through: 1.5, by: 0.05) {
      let step = 1e-5
      let quotient =
        (model.current(at: voltage + step) - model.current(at: voltage - step)) / (2 * step)
      let slope = model.operatingPoint(at: voltage).conductance
      #expect(abs(slope - quotient) <= 1e-6 * slope + 1e-16 / step * 1e-2)
    }
  }

  @Test(arguments: [-1e12, -1e6, -100, 20, 100, 1e3, 1e6, 1e12])
  func extremeVoltagesStayFinite(voltage: Double) throws {
    for (series, shunt) in [(0, 1e12), (0, .infinity), (1e-6, 1e12), (1e9, 1e3), (100, .infinity)] {
      let model = try DiodeModel(
        DiodeParameters(
          saturationCurrent: 1e-12,
          ideality: 1,
          seriesResistance: series,
          shuntResistance: shunt
        )
      )
      let point = model.operatingPoint(at: voltage)
      #expect(point.current.isFinite && point.conductance.isFinite)
      #expect(point.conductance >= 0)
      #expect(point.current * voltage > 0)
    }
  }

  @Test func currentRisesWithVoltage() throws {
    let model = try DiodeModel(.nominal)
    var last = -Double.infinity
    for index in -2000...4000 {
      let current = model.current(at: Double(index) * 1e-3)
      #expect(current > last)
      last = current
    }
  }

  @Test func areaScalesTheWholeCurve() throws {
    let nominal = DiodeParameters.nominal
    let half = try nominal.scaled(to: Area(0.32, .squareMillimetre))
    let whole = try DiodeModel(nominal)
    let part = try DiodeModel(half)
    for voltage in [-1, 0.1, 0.5, 1, 3] {
      let expected = whole.current(at: voltage) / 2
      #expect(abs(part.current(at: voltage) - expected) <= 1e-12 * abs(expected))
    }
    #expect(half.capacitance == nominal.capacitance / 2)
  }

  @Test func temperatureMovesTheSaturationCurrentByTheGap() throws {
    let nominal = DiodeParameters.nominal
    let step = 0.001
    let warm = nominal.saturationCurrent(at: Temperature(siValue: 298.15 + step))
    let cold = nominal.saturationCurrent(at: Temperature(siValue: 298.15 - step))
    // Eg / (n k T²) = 0.1044 per kelvin.
    let slope = (log(warm) - log(cold)) / (2 * step)
    let expected = 1.6 / (2 * PhysicalConstant.boltzmannPerCharge * 298.15 * 298.15)
    #expect(abs(slope - expected) < 1e-6)
    #expect(abs(expected - 0.1044) < 1e-4)
    #expect(nominal.saturationCurrent(at: nominal.referenceTemperature) == 1e-9)
    let spice = try DiodeParameters(
      saturationCurrent: 1e-9,
      ideality: 2,
      energyGap: 0,
      temperatureExponent: 3
    )
    let doubled = spice.saturationCurrent(at: Temperature(siValue: 596.3))
    #expect(abs(doubled - 1e-9 * pow(2, 1.5)) <= 1e-15 * 1e-9 * 4)
  }

  @Test(arguments: [
    (0.0, 2.0, 0.0, 1.0, 298.0), (-1e-9, 2, 0, 1, 298), (.nan, 2, 0, 1, 298), (1e-9, 0, 0, 1, 298),
    (1e-9, -1, 0, 1, 298), (1e-9, .nan, 0, 1, 298), (1e-9, 2, -1, 1, 298), (1e-9, 2, .nan, 1, 298),
    (1e-9, 2, 0, 0, 298), (1e-9, 2, 0, -5, 298), (1e-9, 2, 0, .nan, 298), (1e-9, 2, 0, 1, -5),
    (1e-9, 2, 0, 1, 0), (1e-9, 2, 0, 1, .nan), (.infinity, 2, 0, 1, 298),
  ])
  func absurdParametersAreRefused(
    current: Double,
    ideality: Double,
    series: Double,
    shunt: Double,
    kelvin: Double
  ) {
    #expect(throws: DeviceError.self) {
      try DiodeParameters(
        saturationCurrent: current,
        ideality: ideality,
        seriesResistance: series,
        shuntResistance: shunt,
        referenceTemperature: Temperature(siValue: kelvin)
      )
    }
  }

  @Test func absurdTemperaturesAreRefused() {
    #expect(
      throws: DeviceError.outOfRange(quantity: .temperature, found: -3, expected: "50.0...1000.0")
    ) {
      try DiodeModel(.nominal, temperature: Temperature(siValue: -3))
    }
  }
}
