import FabDevices
import FabNumerics
import FabUnits
import Testing

@Suite struct SeriesUnitPopulationTests {
  /// The scalar law, a closed form with corrections of its own, is the witness over all regimes.
  @Test func agreesWithTheScalarLaw() throws {
    var generator = Xoshiro256(seed: 5)
    for _ in 0..<20_000 {
      func draw(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * generator.uniformDeviate()
      }
      let resistance = generator.uniformDeviate() < 0.05 ? 0 : pow10(draw(0, 10))
      let magnitude = pow10(draw(-9, resistance > 0 ? 2 : 0.5))
      let voltage = generator.uniformDeviate() < 0.3 ? -magnitude : magnitude
      let model = try DiodeModel(
        DiodeParameters(
          saturationCurrent: pow10(draw(-16, -5)),
          ideality: draw(1, 3),
          seriesResistance: resistance
        )
      )
      let saturation = model.saturationCurrent * resistance
      let found = SeriesDiodeVector.operatingPoint(
        voltage: SIMD4(repeating: voltage),
        saturationCurrent: SIMD4(repeating: model.saturationCurrent),
        slopeVoltage: SIMD4(repeating: model.slopeVoltage),
        saturationVoltage: SIMD4(repeating: saturation),
        logarithm: resistance > 0
          ? VectorMath.log(SIMD4(repeating: saturation / model.slopeVoltage))
          : SIMD4(repeating: -1e6)
      )
      let expected = model.operatingPoint(at: voltage)
      #expect(abs(found.current[0] - expected.current) <= 1e-10 * abs(expected.current))
      #expect(
        abs(found.conductance[2] - expected.conductance) <= 1e-10 * expected.conductance
          + 1e-15 * model.saturationCurrent / model.slopeVoltage
      )
      let isWrong = !(abs(found.current[0] - expected.current) <= 1e-10 * abs(expected.current))
      if isWrong { return }
    }
  }

  private func pow10(_ exponent: Double) -> Double {
    VectorMath.exp(SIMD4(repeating: exponent * 2.302585092994046))[0]
  }

  private static func population(seed: UInt64 = 9) throws -> SeriesUnitPopulation {
    try SeriesUnitPopulation(
      saturationCurrent: 1e-9,
      slopeVoltage: 0.0514,
      seriesResistance: 100,
      resistance: 1e4,
      spreads: SIMD3(0.1, 0.01, 0.2),
      seed: seed
    )
  }

  @Test func everyCurrentIsThatOfItsUnit() throws {
    let population = try Self.population()
    let thermal = 0.025692579
    for (index, current) in try population.currents(at: 0.8, units: 1000..<1103).enumerated() {
      let unit = population.unit(1000 + UInt64(index))
      let model = try DiodeModel(
        DiodeParameters(
          saturationCurrent: unit.saturationCurrent,
          ideality: unit.slopeVoltage / thermal,
          seriesResistance: 100 + unit.resistance
        )
      )
      // The thermal voltage above is rounded: 1e-6 is enough to tell units and parameters apart.
      #expect(abs(current / model.current(at: 0.8) - 1) < 1e-6)
    }
  }

  /// Solving in stages is the same arithmetic; only `ln(I0 R / a)` is taken another way here.
  @Test(arguments: [-2.0, 0, 1e-9, 0.8, 30])
  func everyCurrentIsThatOfTheLaw(voltage: Double) throws {
    let population = try Self.population()
    for (index, current) in try population.currents(at: voltage, units: 3..<106).enumerated() {
      let unit = population.unit(3 + UInt64(index))
      let resistance = 100 + unit.resistance
      let saturation = unit.saturationCurrent * resistance
      let expected = SeriesDiodeVector.operatingPoint(
        voltage: SIMD4(repeating: voltage),
        saturationCurrent: SIMD4(repeating: unit.saturationCurrent),
        slopeVoltage: SIMD4(repeating: unit.slopeVoltage),
        saturationVoltage: SIMD4(repeating: saturation),
        logarithm: VectorMath.log(SIMD4(repeating: saturation / unit.slopeVoltage))
      )
      #expect(abs(current - expected.current[0]) <= 1e-12 * abs(expected.current[0]))
    }
  }

  @Test func threadsAndRangesDoNotChangeABit() throws {
    let population = try Self.population()
    let all = try population.currents(at: 0.5, units: 0..<10_001, threads: 1)
    #expect(try population.currents(at: 0.5, units: 0..<10_001, threads: 3) == all)
    #expect(try population.currents(at: 0.5, units: 7..<6000) == Array(all[7..<6000]))
    #expect(try Self.population(seed: 10).currents(at: 0.5, units: 0..<4) != Array(all[0..<4]))
    #expect(try population.currents(at: 0.5, units: 3..<3).isEmpty)
  }

  @Test func refusesNonsense() throws {
    #expect(throws: DeviceError.self) {
      try Self.population().currents(at: .nan, units: 0..<1)
    }
    #expect(throws: DeviceError.self) {
      try SeriesUnitPopulation(
        saturationCurrent: -1,
        slopeVoltage: 0.05,
        seriesResistance: 0,
        resistance: 1,
        spreads: .zero,
        seed: 0
      )
    }
  }
}
