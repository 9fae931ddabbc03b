import FabDevices
import FabNumerics
import FabUnits
import Testing

/// Measurements as they really come: marks, plateaus, gaps, too little.
@Suite struct DiodeFitInputTests {
  private static let room = Temperature(siValue: 298.15)
  private static let area = Area(0.64, .squareMillimetre)
  private static let voltages = (0..<60).map { -0.295 + 0.02 * Double($0) }

  private func currents(limit: Double = .infinity) throws -> [Double] {
    let parameters = try DiodeParameters(
      saturationCurrent: 1e-9,
      ideality: 2,
      seriesResistance: 100,
      shuntResistance: 1e8
    )
    let model = try DiodeModel(parameters)
    return Self.voltages.map { min(limit, model.current(at: $0)) }
  }

  private func fit(_ voltages: [Double], _ currents: [Double]) throws -> DiodeFit {
    try DiodeFitter()
      .fit(
        DiodeMeasurement(voltages: voltages, currents: currents),
        temperature: Self.room,
        area: Self.area
      )
  }

  @Test func marksAreLeftOutByName() throws {
    var currents = try currents()
    currents[10] = 9.91e37
    currents[20] = .nan
    currents[30] = -9.9e37
    currents[15] = 1e-15
    let fit = try fit(Self.voltages, currents)
    #expect(
      fit.excluded == [
        PointExclusion(index: 10, reason: .overflow),
        PointExclusion(index: 15, reason: .belowResolution),
        PointExclusion(index: 20, reason: .notANumber),
        PointExclusion(index: 30, reason: .overflow),
      ]
    )
    #expect(fit.pointCount == 56)
    #expect(abs(fit.ideality.value - 2) < 1e-5)
  }

  @Test func compliancePlateausAreLeftOut() throws {
    let limited = try currents(limit: 1e-4)
    let fit = try fit(Self.voltages, limited)
    #expect(fit.excluded.allSatisfy { $0.reason == .compliance })
    #expect(fit.excluded.count == limited.count { $0 == 1e-4 })
    #expect(fit.excluded.count >= 10)
    #expect(abs(fit.ideality.value - 2) < 1e-5)
  }

  @Test func saturatedReverseCurrentIsNoPlateau() throws {
    let model = try DiodeModel(DiodeParameters(saturationCurrent: 1e-9, ideality: 1))
    let voltages = (0..<60).map { -0.895 + 0.02 * Double($0) }
    let measurement = try DiodeMeasurement(
      voltages: voltages,
      currents: voltages.map { model.current(at: $0) }
    )
    #expect(measurement.exclusions(resolution: 1e-13).isEmpty)
  }

  @Test func gapsAreFine() throws {
    let currents = try currents()
    let kept = Self.voltages.indices.filter { $0 < 12 || $0 > 35 }
    let fit = try fit(kept.map { Self.voltages[$0] }, kept.map { currents[$0] })
    #expect(abs(fit.ideality.value - 2) < 1e-4)
  }

  @Test func tooLittleIsRefused() throws {
    #expect(throws: DiodeFitError.tooFewPoints(used: 1, needed: 8, excluded: [])) {
      try fit([0.5], [1e-5])
    }
    #expect(throws: DiodeFitError.tooFewPoints(used: 0, needed: 8, excluded: [])) {
      try fit([], [])
    }
    let all = (0..<9).map { PointExclusion(index: $0, reason: .overflow) }
    #expect(throws: DiodeFitError.tooFewPoints(used: 0, needed: 8, excluded: all)) {
      try fit((0..<9).map { Double($0) }, Array(repeating: 9.91e37, count: 9))
    }
    #expect(throws: DeviceError.countMismatch(quantity: .current, found: 1, expected: 2)) {
      try DiodeMeasurement(voltages: [0, 1], currents: [0])
    }
  }

  @Test func whatIsNoDiodeIsRefused() throws {
    let voltages = (1...20).map { 0.01 * Double($0) }
    #expect(throws: DiodeFitError.self) { try fit(voltages, voltages.map { -1e-3 * $0 }) }
    #expect(throws: DiodeFitError.notRectifying(forward: 0, reverse: -1e-6)) {
      try fit(voltages.map { -$0 }, voltages.map { _ in -1e-6 })
    }
    // A resistor has no exponential: 0.3 decades.
    #expect(throws: DiodeFitError.self) {
      try fit((10...20).map { 0.1 * Double($0) }, (10...20).map { 1e-4 * Double($0) })
    }
  }

  @Test func absurdConditionsAreRefused() throws {
    let measurement = try DiodeMeasurement(voltages: Self.voltages, currents: currents())
    #expect(
      throws: DiodeFitError.badCondition(
        .outOfRange(quantity: .temperature, found: -1, expected: "50.0...1000.0")
      )
    ) {
      try DiodeFitter().fit(measurement, temperature: Temperature(siValue: -1), area: Self.area)
    }
    #expect(throws: DeviceError.self) { try DiodeFitter(resolution: 0) }
    #expect(throws: DeviceError.self) { try DiodeFitter(confidence: 1) }
  }

  @Test func nonsenseNeverStopsTheProgramNorGivesNaN() throws {
    let special = [
      0, -0.0, 1e-300, 1e300, -1e300, 9.91e37, .nan, .infinity, 1e-9, -1e-9, 0.5, 1e-3,
    ]
    var generator = Xoshiro256(seed: 77)
    var fitted = 0
    for round in 0..<300 {
      let count = Int.random(in: 0...40, using: &generator)
      func value(_ index: Int) -> Double {
        switch round % 3 {
        case 0: special[Int.random(in: 0..<special.count, using: &generator)]
        case 1: generator.normalDeviate()
        default: Double(index) * 0.03 + 0.001 * generator.normalDeviate()
        }
      }
      let voltages = (0..<count).map(value)
      let currents = (0..<count).map { 1e-6 * value($0) }
      let fits = try? DiodeFitter()
        .fits(
          DiodeMeasurement(voltages: voltages, currents: currents),
          temperature: Self.room,
          area: Self.area
        )
      for fit in (fits ?? [:]).values {
        fitted += 1
        let estimates =
          [fit.saturationCurrent, fit.ideality]
          + [fit.seriesResistance, fit.shuntResistance].compactMap { $0 }
        for estimate in estimates {
          #expect(estimate.value.isFinite && estimate.interval.contains(estimate.value))
        }
        #expect(fit.rSquared > 0.5 && fit.rSquared <= 1)
      }
    }
    #expect(fitted < 300)
  }

  @Test func branchesFollowTheDirection() throws {
    let loop = try DiodeMeasurement(
      voltages: [0, 1, 2, 2, 1, 0, -1, 0],
      currents: Array(repeating: 0, count: 8)
    )
    #expect(loop.indices(of: .rising) == [0, 1, 2, 3, 7])
    #expect(loop.indices(of: .falling) == [4, 5, 6])
  }
}
