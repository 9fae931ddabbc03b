import FabDevices
import FabUnits
import Foundation
import Testing

@Suite struct DiodePairTests {
  @Test(arguments: [-2.0, -0.35, -0.1, -1e-3, -1e-9, 0, 1e-9, 1e-3, 0.05, 0.2, 0.35, 2])
  func equalIdealDiodesGiveAHyperbolicTangent(voltage: Double) throws {
    let model = try DiodeModel(DiodeParameters(saturationCurrent: 1e-9, ideality: 2))
    let expected = 1e-9 * tanh(voltage / (2 * model.slopeVoltage))
    let found = DiodePair(model, model).current(at: voltage)
    // Bisection leaves the joint's voltage to its last bits.
    #expect(abs(found - expected) <= 1e-12 * abs(expected) + 1e-24)
  }

  @Test(arguments: [-1.0, -0.2, 0.1, 0.4, 1])
  func bothDiodesCarryTheCurrent(voltage: Double) throws {
    let first = try DiodeModel(.nominal)
    let second = try DiodeModel(
      DiodeParameters(
        saturationCurrent: 2e-9,
        ideality: 1.8,
        seriesResistance: 500,
        shuntResistance: 1e11
      )
    )
    let current = DiodePair(first, second).current(at: voltage)
    let one = try #require(first.voltage(at: current))
    let two = try #require(second.voltage(at: -current))
    // A reversed diode's voltage is as uncertain as its current over its tiny slope.
    #expect(abs(one - two - voltage) < 1e-3 * abs(voltage))
  }
}
