import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct BinaryMemristorTests {
  private static let pulse = Time(siValue: 0.02)

  private func device(seed: UInt64 = 1) -> (BinaryMemristor, Xoshiro256) {
    var generator = Xoshiro256(seed: seed)
    let device = BinaryMemristor(.nominal, using: &generator)
    return (device, generator)
  }

  @Test func setsAndResets() {
    var (device, generator) = device()
    #expect(device.state == .high)
    let below = device.setThreshold - 1e-9
    device.apply(voltage: below, compliance: 1e-3, width: Self.pulse, using: &generator)
    #expect(device.state == .high)
    let at = device.setThreshold
    let current = device.apply(
      voltage: at,
      compliance: 1e-3,
      width: Self.pulse,
      using: &generator
    )
    #expect(device.state == .low)
    #expect(abs(device.resistance - 300) < 1e-9)
    #expect(current == 1e-3)
    let reset = device.resetThreshold
    device.apply(voltage: reset + 1e-9, compliance: 1e-2, width: Self.pulse, using: &generator)
    #expect(device.state == .low)
    device.apply(voltage: reset, compliance: 1e-2, width: Self.pulse, using: &generator)
    #expect(device.state == .high)
    #expect(device.resistance > 1e8)
  }

  @Test func resetNeedsCurrent() {
    var (device, generator) = device()
    device.apply(voltage: 1, compliance: 1e-3, width: Self.pulse, using: &generator)
    // 0.8 V / 300 ohm = 2.7 mA: a source limited to 1 mA can't break the filament.
    device.apply(voltage: -0.8, compliance: 1e-3, width: Self.pulse, using: &generator)
    #expect(device.state == .low)
    device.apply(voltage: -0.8, compliance: 3e-3, width: Self.pulse, using: &generator)
    #expect(device.state == .high)
  }

  @Test func readingAtATenthOfAVoltDisturbsNothing() {
    for seed in 0..<50 as Range<UInt64> {
      var (device, generator) = device(seed: seed)
      let before = generator
      device.apply(voltage: 0.1, compliance: 1, width: Self.pulse, using: &generator)
      #expect(device.state == .high)
      device.apply(voltage: 1, compliance: 1e-3, width: Self.pulse, using: &generator)
      let current = device.apply(
        voltage: 0.1,
        compliance: 1e-3,
        width: Self.pulse,
        using: &generator
      )
      #expect(device.state == .low)
      #expect(abs(current - 0.1 / 300) < 1e-15)
      #expect(generator == before)
    }
  }

  @Test func filamentsFollowTheCompliance() {
    let parameters = BinaryParameters.nominal
    for (compliance, resistance) in [(1e-3, 300.0), (1e-2, 30), (3e-4, 1000)] {
      #expect(abs(parameters.lowResistance(compliance: compliance) - resistance) < 1e-9)
    }
    var (device, generator) = device()
    device.apply(voltage: 1, compliance: 3e-4, width: Self.pulse, using: &generator)
    #expect(abs(device.resistance - 1000) < 1e-9)
    device.apply(voltage: 1, compliance: 1e-3, width: Self.pulse, using: &generator)
    #expect(abs(device.resistance - 300) < 1e-9)
    device.apply(voltage: 1, compliance: 3e-4, width: Self.pulse, using: &generator)
    #expect(abs(device.resistance - 300) < 1e-9)
  }

  @Test func thinFilamentsAreFlaggedAndDissolve() {
    var (device, generator) = device()
    device.apply(voltage: 1, compliance: 1e-5, width: Self.pulse, using: &generator)
    #expect(device.state == .volatileLow)
    #expect(device.retention(after: .zero) == .holds)
    #expect(device.retention(after: Time(siValue: 2)) == .lost)
    device.wait(Time(siValue: 0.5))
    #expect(device.state == .volatileLow)
    device.wait(Time(siValue: 0.6))
    #expect(device.state == .high)
    #expect(device.resistance > 1e8)
  }

  @Test func thickFilamentsHoldAsLongAsShown() {
    var (device, generator) = device()
    device.apply(voltage: 1, compliance: 1e-3, width: Self.pulse, using: &generator)
    #expect(device.retention(after: Time(siValue: 999)) == .holds)
    #expect(device.retention(after: Time(siValue: 1001)) == .unproven)
    device.wait(Time(siValue: 5000))
    #expect(device.state == .low)
  }

  @Test func thresholdsAndHighStateHaveTheirSpread() throws {
    var sets: [Double] = []
    var resets: [Double] = []
    var logs: [Double] = []
    let runs = 20_000
    for run in 0..<runs {
      let (device, _) = device(seed: UInt64(run))
      sets.append(device.setThreshold)
      resets.append(device.resetThreshold)
      logs.append(log(device.resistance))
      #expect(device.hasNeededRatio(compliance: 1e-3) == (device.resistance / 300 > 1e6))
    }
    for (values, mean, spread) in [(sets, 0.6, 0.06), (resets, -0.4, 0.05), (logs, log(1e10), 0.7)]
    {
      let statistics = try #require(SampleStatistics(values))
      #expect(abs(statistics.mean - mean) < 5 * spread / Double(runs).squareRoot())
      #expect(abs(statistics.standardDeviation / spread - 1) < 5 / (2 * Double(runs)).squareRoot())
    }
    // ln(1e10 / 3e8) = 3.5 = five spreads: nearly every device has the needed ratio.
    #expect(logs.count { exp($0) / 300 > 1e6 } > runs - 10)
  }

  @Test func absurdParametersAreRefused() {
    #expect(throws: DeviceError.self) { try BinaryParameters(setVoltage: -0.6) }
    #expect(throws: DeviceError.self) { try BinaryParameters(resetVoltage: 0.4) }
    #expect(throws: DeviceError.self) { try BinaryParameters(lowResistance: -1) }
    #expect(throws: DeviceError.self) { try BinaryParameters(highSpread: .nan) }
    #expect(throws: DeviceError.self) { try BinaryParameters(retention: .zero) }
  }
}
