import FabMetrology
import Testing

@Suite struct CrystalMonitorTests {
  @Test func lightLoadsFollowSauerbrey() {
    // Sauerbrey's law: 12.3 ng/cm² a hertz at 6 MHz; here of gold, 19.3 g/cm³, for 100 Hz.
    let gold = CrystalMonitor(density: 19.3, zRatio: 0.381)
    let start = CrystalMonitor.nominalFrequency
    let light = gold.sauerbreyThickness(from: start, to: start - 100)
    #expect(abs(light - 8.765e6 * 100 / (2 * 19_300 * 6.045e6 * 6.045e6) * 1e9) < 1e-12)
    #expect(abs(gold.thickness(from: start, to: start - 100) / light - 1) < 1e-4)
  }

  @Test func theZRatioMattersWithTheLoad() {
    // PbI2 with Z = 0.11 against the 1.0 that laboratories leave set: rates differ by the study's figures.
    let right = CrystalMonitor(density: 6.16, zRatio: 0.11)
    let wrong = CrystalMonitor(density: 6.16, zRatio: 1)
    func rateError(at load: Double) -> Double {
      let frequency = CrystalMonitor.nominalFrequency - load
      let step = (frequency, frequency - 10)
      return 100
        * (wrong.thickness(from: step.0, to: step.1) / right.thickness(from: step.0, to: step.1)
          - 1)
    }
    #expect(abs(rateError(at: 20_000)) < 0.03)
    #expect(abs(rateError(at: 100_000) + 0.26) < 0.02)
    #expect(abs(rateError(at: 200_000) + 1.0) < 0.1)
    #expect(abs(rateError(at: 400_000) + 4) < 0.4)
  }

  @Test func correctionsAreRatiosOfMeans() {
    #expect(MonitorCorrection.tooling(old: 100, indicated: [250], measured: [200]) == 80)
    #expect(MonitorCorrection.density(old: 6, indicated: [250], measured: [200]) == 7.5)
    let mean = MonitorCorrection.tooling(
      old: 50,
      indicated: [100, 100, 100],
      measured: [110, 100, 120]
    )
    #expect(abs(mean - 55) < 1e-12)
  }
}
