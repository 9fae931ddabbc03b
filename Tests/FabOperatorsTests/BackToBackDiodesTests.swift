import FabDevices
import FabOperators
import FabUnits
import Foundation
import Testing

@Suite struct BackToBackDiodesTests {
  @Test func equalIdealDiodesAreAHyperbolicTangent() throws {
    let diode = try DiodeModel(DiodeParameters(saturationCurrent: 1e-9, ideality: 2))
    let pair = BackToBackDiodes(first: diode, second: diode)
    for step in -40...40 {
      let voltage = Double(step) * 0.02
      let expected = 1e-9 * tanh(voltage / (2 * diode.slopeVoltage))
      #expect(abs(pair.current(at: voltage) - expected) <= 1e-12 * 1e-9)
    }
  }

  @Test func unequalDiodesFollowTheClosedForm() throws {
    let first = try DiodeModel(DiodeParameters(saturationCurrent: 1e-9, ideality: 2))
    let second = try DiodeModel(DiodeParameters(saturationCurrent: 3e-9, ideality: 2))
    let pair = BackToBackDiodes(first: first, second: second)
    for voltage in [-0.5, -0.05, 0.01, 0.1, 0.6] {
      let grown = exp(voltage / first.slopeVoltage)
      let expected = (grown - 1) / (1 / 1e-9 + grown / 3e-9)
      #expect(abs(pair.current(at: voltage) / expected - 1) < 1e-9)
    }
  }

  @Test func aShuntedPairStillObeysKirchhoff() throws {
    let unit = PCUDevices()
    let pair = try unit.backToBackBranch(highResistance: 1e10)
    for voltage in [-0.35, -0.1, 0.2, 0.35] {
      let current = pair.current(at: voltage)
      let first = try #require(pair.first.voltage(at: current))
      let second = try #require(pair.second.voltage(at: -current))
      #expect(abs(first - second - voltage) < 1e-10)
    }
  }
}
