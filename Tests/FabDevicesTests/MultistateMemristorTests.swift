import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct MultistateMemristorTests {
  private static let pulse = Time(siValue: 0.02)

  private func quiet() throws -> MultistateParameters {
    try MultistateParameters(cycleSpread: 0, driftCoefficient: 0)
  }

  /// The law's own table: 0.4 V .004, 0.6 V .026, 0.8 V .11, 1.0 V .42.
  @Test(arguments: [(0.4, 0.004), (0.6, 0.026), (0.8, 0.11), (1.0, 0.42)])
  func pulsesChangeByTheTable(voltage: Double, expected: Double) {
    let change = MultistateParameters.nominal.logChange(voltage: voltage, width: Self.pulse)
    let digits = expected == 0.004 ? 0.0005 : expected == 0.42 || expected == 0.11 ? 0.005 : 0.0005
    #expect(abs(change - expected) < digits)
    #expect(change == 0.004 * expm1((voltage - 0.3) / 0.15))
    #expect(MultistateParameters.nominal.logChange(voltage: -voltage, width: Self.pulse) == change)
    let half = MultistateParameters.nominal.logChange(voltage: voltage, width: 0.5 * Self.pulse)
    #expect(abs(half - change / 2) < 1e-16)
  }

  @Test func belowTheThresholdNothingChanges() throws {
    var device = try MultistateMemristor(.nominal, conductance: 1e-4)
    var generator = Xoshiro256(seed: 1)
    let untouched = generator
    for voltage in [0.01, 0.1, 0.2, 0.3, -0.3] {
      device.apply(voltage: voltage, width: Self.pulse, using: &generator)
    }
    #expect(device.programmedConductance == 1e-4)
    #expect(generator == untouched)
  }

  @Test func pulsesRaiseAndLowerWithinTheWindow() throws {
    var device = try MultistateMemristor(quiet(), conductance: 1e-4)
    var generator = Xoshiro256(seed: 1)
    device.apply(voltage: 1, width: Self.pulse, using: &generator)
    let step = 0.004 * expm1(0.7 / 0.15)
    #expect(abs(device.conductance - 1e-4 * exp(step)) < 1e-18)
    device.apply(voltage: -1, width: Self.pulse, using: &generator)
    #expect(abs(device.conductance - 1e-4) < 1e-18)
    device.apply(voltage: 50, width: Self.pulse, using: &generator)
    #expect(device.conductance == 1.25e-3)
    device.apply(voltage: -50, width: Self.pulse, using: &generator)
    #expect(device.conductance == 1e-6)
  }

  @Test func driftIsOnePercentInTenMinutes() throws {
    var device = try MultistateMemristor(.nominal, conductance: 1e-4)
    device.wait(Time(siValue: 600))
    #expect(abs(device.drift - 1.5e-3 * log1p(600)) < 1e-15)
    #expect(device.drift < 0.01)
    #expect(device.drift > 0.0095)
    #expect(device.conductance(after: .zero) == device.conductance)
    let other = try MultistateMemristor(.nominal, conductance: 1e-4)
    #expect(other.conductance(after: Time(siValue: 600)) == device.conductance)
  }

  @Test func cycleSpreadIsTheOneStated() throws {
    var generator = Xoshiro256(seed: 3)
    let logs = try (0..<20_000)
      .map { _ in
        var device = try MultistateMemristor(.nominal, conductance: 1e-4)
        device.apply(voltage: 0.8, width: Self.pulse, using: &generator)
        return log(device.programmedConductance / 1e-4)
      }
    let statistics = try #require(SampleStatistics(logs))
    #expect(abs(statistics.standardDeviation - 0.015) < 5 * 0.015 / 200)
    #expect(abs(statistics.mean - 0.004 * expm1(0.5 / 0.15)) < 5 * statistics.standardError)
  }

  @Test func readingsAreJudged() {
    func verdict(_ voltage: Double, _ seconds: Double) -> ReadDisturbance {
      ReadDisturbance(voltage: voltage, duration: Time(siValue: seconds), on: .nominal)
    }
    #expect(verdict(0.01, 600) == .harmless)
    #expect(verdict(-0.1, 600) == .harmless)
    #expect(verdict(0.2, 1) == .marginal)
    #expect(verdict(0.3, 1) == .marginal)
    // 45 µA through 10 kohm: 0.45 V for one second is fifty pulses of 0.00687.
    guard case .disturbing(let change) = verdict(0.45, 1) else {
      Issue.record("0.45 V must disturb")
      return
    }
    #expect(abs(change - expm1(50 * 0.004 * expm1(1))) < 1e-12)
  }

  @Test func absurdParametersAreRefused() {
    #expect(throws: DeviceError.self) { try MultistateParameters(window: -1...1) }
    #expect(throws: DeviceError.self) { try MultistateParameters(slopeVoltage: 0) }
    #expect(throws: DeviceError.self) { try MultistateParameters(cycleSpread: .nan) }
    #expect(throws: DeviceError.self) { try MultistateParameters(nominalWidth: .zero) }
    #expect(throws: DeviceError.self) { try MultistateMemristor(.nominal, conductance: 1) }
  }
}
