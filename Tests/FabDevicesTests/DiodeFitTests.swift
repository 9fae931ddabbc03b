import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct DiodeFitTests {
  private static let room = Temperature(siValue: 298.15)
  private static let area = Area(0.64, .squareMillimetre)

  /// A sweep -1...1.2 V of a diode with relative noise.
  private static func sweep(
    _ parameters: DiodeParameters,
    noise: Double,
    seed: UInt64,
    voltages: [Double] = (0...110).map { -1 + 0.02 * Double($0) }
  ) throws -> DiodeMeasurement {
    let model = try DiodeModel(parameters)
    var generator = Xoshiro256(seed: seed)
    let used = voltages.filter { abs($0) > 1e-6 }
    return try DiodeMeasurement(
      voltages: used,
      currents: used.map { model.current(at: $0) * exp(noise * generator.normalDeviate()) }
    )
  }

  private static func leaky() throws -> DiodeParameters {
    try DiodeParameters(
      saturationCurrent: 1e-9,
      ideality: 2,
      seriesResistance: 100,
      shuntResistance: 1e8
    )
  }

  @Test func exactCurveGivesBackItsParameters() throws {
    let fit = try DiodeFitter()
      .fit(
        Self.sweep(Self.leaky(), noise: 0, seed: 0),
        temperature: Self.room,
        area: Self.area
      )
    #expect(abs(fit.saturationCurrent.value / 1e-9 - 1) < 1e-6)
    #expect(abs(fit.ideality.value / 2 - 1) < 1e-6)
    #expect(abs(try #require(fit.seriesResistance).value / 100 - 1) < 1e-6)
    #expect(abs(try #require(fit.shuntResistance).value / 1e8 - 1) < 1e-6)
    #expect(fit.rSquared > 1 - 1e-12)
    #expect(try fit.parameters().area == Self.area)
  }

  @Test(arguments: [
    [1e-12, 1.2, 10, 1e10], [1e-11, 1.5, 2000, 1e9], [1e-9, 2, 1350, 1e8], [1e-7, 3, 30, 1e6],
    [1e-8, 2.5, 500, 1e7],
  ])
  func manyDiodesAreRecovered(truth: [Double]) throws {
    let parameters = try DiodeParameters(
      saturationCurrent: truth[0],
      ideality: truth[1],
      seriesResistance: truth[2],
      shuntResistance: truth[3]
    )
    let fit = try DiodeFitter(resolution: 1e-13)
      .fit(
        Self.sweep(parameters, noise: 0.02, seed: 5),
        temperature: Self.room,
        area: Self.area
      )
    #expect(fit.isDiode)
    #expect(abs(log(fit.saturationCurrent.value / truth[0])) < 0.3)
    #expect(abs(fit.ideality.value / truth[1] - 1) < 0.03)
    #expect(abs(log(try #require(fit.seriesResistance).value / truth[2])) < 0.2)
    #expect(abs(log(try #require(fit.shuntResistance).value / truth[3])) < 0.2)
    #expect(abs(fit.logScatter / 0.02 - 1) < 0.3)
  }

  @Test func intervalsCoverTheTruthAsOftenAsTheySay() throws {
    let truth = try Self.leaky()
    let fitter = try DiodeFitter(confidence: 0.9)
    let runs = 300
    var covered = [0, 0, 0, 0]
    for seed in 0..<runs {
      let fit = try fitter.fit(
        Self.sweep(truth, noise: 0.03, seed: UInt64(seed)),
        temperature: Self.room,
        area: Self.area
      )
      #expect(fit.rSquared >= 0.995)
      if fit.saturationCurrent.interval.contains(1e-9) { covered[0] += 1 }
      if fit.ideality.interval.contains(2) { covered[1] += 1 }
      if try #require(fit.seriesResistance).interval.contains(100) { covered[2] += 1 }
      if try #require(fit.shuntResistance).interval.contains(1e8) { covered[3] += 1 }
    }
    for count in covered {
      // 0.9 must lie in the 99.99 % interval of the observed share: false alarm once in 2500 seeds.
      let share = try #require(ProportionInterval(successes: count, trials: runs, level: 0.9999))
      #expect(share.range.contains(0.9), "covered \(count) of \(runs)")
    }
  }

  @Test func lossesThatTheCurveDoesNotShowAreNotInvented() throws {
    let ideal = try DiodeParameters(saturationCurrent: 1e-9, ideality: 2)
    let voltages = (0..<80).map { -0.4 + 0.01 * Double($0) + 0.0005 }
    let fit = try DiodeFitter()
      .fit(
        Self.sweep(ideal, noise: 0.02, seed: 3, voltages: voltages),
        temperature: Self.room,
        area: Self.area
      )
    #expect(fit.ideality.interval.contains(2) || abs(fit.ideality.value - 2) < 0.02)
    #expect(fit.seriesResistance.map { $0.value < 1000 } ?? true)
    #expect(fit.shuntResistance.map { $0.value > 1e9 } ?? true)
    #expect(fit.isDiode)
  }

  @Test func reportedLossesAreSharp() throws {
    let ideal = try DiodeParameters(saturationCurrent: 1e-9, ideality: 2)
    let voltages = (0..<80).map { -0.4 + 0.01 * Double($0) + 0.0005 }
    var missing = 0
    for seed in 0..<30 as Range<UInt64> {
      let fit = try DiodeFitter()
        .fit(
          Self.sweep(ideal, noise: 0.02, seed: seed, voltages: voltages),
          temperature: Self.room,
          area: Self.area
        )
      for loss in [fit.seriesResistance, fit.shuntResistance] {
        guard let loss else {
          missing += 1
          continue
        }
        // Two standard errors either way, each at most a factor of ten.
        #expect(loss.interval.upperBound / loss.interval.lowerBound < 1e4)
      }
    }
    #expect(missing >= 20, "\(missing) of 60 losses left out")
  }

  /// A curve that shows only one of the two losses keeps that one.
  @Test(arguments: [true, false]) func theLossThatShowsIsKept(hasSeries: Bool) throws {
    let truth = try DiodeParameters(
      saturationCurrent: 1e-9,
      ideality: 2,
      seriesResistance: hasSeries ? 2000 : 0,
      shuntResistance: hasSeries ? .infinity : 1e7
    )
    let start = hasSeries ? 0.105 : -0.6
    let voltages = (0..<60).map { (index: Int) -> Double in start + 0.0175 * Double(index) }
    let fit = try DiodeFitter()
      .fit(
        Self.sweep(truth, noise: 0.02, seed: 6, voltages: voltages),
        temperature: Self.room,
        area: Self.area
      )
    let kept = hasSeries ? fit.seriesResistance : fit.shuntResistance
    #expect(abs(log(try #require(kept).value / (hasSeries ? 2000 : 1e7))) < 0.1)
    #expect(try DiodeModel(fit.parameters()).current(at: 0.5) > 0)
  }

  @Test func hysteresisBranchesAreFittedApart() throws {
    let rising = try Self.sweep(Self.leaky(), noise: 0.01, seed: 1)
    let shifted = try Self.leaky().multiplied(saturationCurrent: 3)
    let falling = try Self.sweep(
      shifted,
      noise: 0.01,
      seed: 2,
      voltages: rising.voltages.reversed()
    )
    let loop = try DiodeMeasurement(
      voltages: rising.voltages + falling.voltages,
      currents: rising.currents + falling.currents
    )
    let fits = try DiodeFitter().fits(loop, temperature: Self.room, area: Self.area)
    #expect(abs(log(try #require(fits[.rising]).saturationCurrent.value / 1e-9)) < 0.05)
    #expect(abs(log(try #require(fits[.falling]).saturationCurrent.value / 3e-9)) < 0.05)
    let mixed = try DiodeFitter().fit(loop, temperature: Self.room, area: Self.area)
    #expect(mixed.logScatter > 10 * (fits[.rising]?.logScatter ?? 1))
  }

  @Test func singleSweepHasOneBranch() throws {
    let sweep = try Self.sweep(Self.leaky(), noise: 0.01, seed: 1)
    let fits = try DiodeFitter().fits(sweep, temperature: Self.room, area: Self.area)
    #expect(Set(fits.keys) == [.rising])
  }

  @Test func temperatureOfTheMeasurementCounts() throws {
    let hot = Temperature(siValue: 330)
    let truth = try DiodeParameters(
      saturationCurrent: 1e-9,
      ideality: 2,
      seriesResistance: 100,
      shuntResistance: 1e8,
      referenceTemperature: hot
    )
    let sweep = try Self.sweep(truth, noise: 0, seed: 0)
    let fit = try DiodeFitter().fit(sweep, temperature: hot, area: Self.area)
    #expect(abs(fit.ideality.value - 2) < 1e-5)
    let wrong = try DiodeFitter().fit(sweep, temperature: Self.room, area: Self.area)
    #expect(abs(wrong.ideality.value - 2 * 330 / 298.15) < 1e-5)
  }
}
