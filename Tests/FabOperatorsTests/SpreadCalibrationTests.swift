import FabDevices
import FabNumerics
import FabOperators
import Testing

@Suite struct SpreadCalibrationTests {
  @Test func findsTheSpreadsThatAreTheDefaults() throws {
    var tried: [OperatorName] = []
    let calibration = try SpreadCalibration(unitCount: 1500, seed: 3) { name, _ in
      tried.append(name)
    }
    #expect(Set(tried) == Set(SpreadCalibration.fitted))
    // Sampling: 0.1 points of the divider's mean are about 2 % of its spread of 2.6 %, and it falls with the root.
    let own = VariationLaw.matched.ownSpread(of: .saturationCurrent)
    #expect(abs(calibration.currentSpread - own) < 0.003)
    #expect(abs(calibration.readoutSpread - OperatorConditions.calibratedReadoutSpread) < 2e-4)
    for study in calibration.studies where SpreadCalibration.fitted.contains(study.name) {
      let goal = try #require(PublishedFigures.meanRelativeErrorPercent(of: study.name))
      #expect(abs(100 * study.errors.relative.mean - goal) < 0.01)
    }
    #expect(calibration.studies.map(\.name).contains(.multiplier))
  }
}
