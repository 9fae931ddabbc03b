import FabMetrology
import FabNumerics
import Testing

/// Spread and place of the edge methods on spectra whose truth is known, against figures of an independent study.
@Suite struct EdgePrecisionTests {
  /// Tauc over all of 1.615-1.70 eV, as in the study.
  static let fullTauc = EdgeMethod.tauc(range: 1.615...1.70, minimumWidth: 0.085)

  struct Case: CustomTestStringConvertible {
    var method: EdgeMethod
    var step: Double
    var noise: Double
    /// The deviation of the study, in nm.
    var deviation: Double
    var testDescription: String { "\(method.text), \(step) nm, \(noise)" }
  }

  static let cases: [Case] = [
    Case(method: .defaultInflection, step: 0.5, noise: 1e-3, deviation: 0.21),
    Case(method: .defaultSigmoid, step: 0.5, noise: 1e-3, deviation: 0.03),
    Case(method: fullTauc, step: 0.5, noise: 1e-3, deviation: 0.04),
    Case(method: .defaultHalfHeight, step: 0.5, noise: 1e-3, deviation: 0.07),
    Case(method: .defaultInflection, step: 1, noise: 3e-3, deviation: 0.59),
    Case(method: .defaultSigmoid, step: 1, noise: 3e-3, deviation: 0.10),
    Case(method: fullTauc, step: 1, noise: 3e-3, deviation: 0.17),
    Case(method: .defaultHalfHeight, step: 1, noise: 3e-3, deviation: 0.28),
    Case(method: .defaultInflection, step: 2, noise: 3e-3, deviation: 0.64),
    Case(method: .defaultSigmoid, step: 2, noise: 3e-3, deviation: 0.17),
    Case(method: fullTauc, step: 2, noise: 3e-3, deviation: 0.24),
    Case(method: .defaultHalfHeight, step: 2, noise: 3e-3, deviation: 0.26),
  ]

  // Film and smoothing of the study are known in words only, which leaves a factor; 200 draws leave 5 %.
  @Test(arguments: cases) func noiseIsThatOfTheStudy(_ item: Case) throws {
    var generator = Xoshiro256(seed: 20_260)
    let deviation = try UniformityClaim.edgeNoise(
      of: item.method,
      step: item.step,
      noise: item.noise,
      using: &generator
    )
    #expect((0.55...1.25).contains(deviation / item.deviation), "\(deviation) nm")
  }

  private func edge(_ method: EdgeMethod, _ film: SyntheticEdge) throws -> CurveEstimate {
    var generator = Xoshiro256(seed: 1)
    let spectrum = film.spectrum(step: 0.5, noise: 0, using: &generator)
    return try AbsorptionEdge(method: method)
      .estimate(
        name: "s",
        wavelengths: spectrum.wavelengths,
        absorbances: spectrum.absorbances
      )
  }

  // The study's places; its fringe isn't ours, and fringes move edges by some tenths of a nanometre.
  @Test(arguments: [
    (EdgeMethod.defaultSigmoid, 765.7), (.defaultInflection, 770.9), (fullTauc, 774.6),
    (.defaultHalfHeight, 766.4),
  ])
  func methodsDifferByNineNanometres(method: EdgeMethod, place: Double) throws {
    #expect(abs(try edge(method, SyntheticEdge()).value - place) < 0.8)
  }

  @Test func taucFindsTheGapOfAnEdgeWithoutFringes() throws {
    let film = SyntheticEdge(gap: 1.6, fringeAmplitude: 0)
    let estimate = try edge(.defaultTauc, film)
    // (A hν)² of sqrt(hν - Eg)/hν is a line: only the base line, which holds some of the tail, is left.
    #expect(abs(PhotonEnergy.converted(estimate.value) - 1.6) < 5e-4)
    #expect(estimate.parameters.first { $0.name == "r squared" }?.value ?? 0 > 0.999999)
  }

  @Test func thicknessMovesTheInflectionLeast() throws {
    func shift(_ method: EdgeMethod) throws -> Double {
      let places = try [0.97, 1, 1.03]
        .map { try edge(method, SyntheticEdge(relativeThickness: $0)).value }
      return (places.max() ?? 0) - (places.min() ?? 0)
    }
    let inflection = try shift(.defaultInflection)
    #expect(inflection < 0.01)
    #expect(try shift(.defaultSigmoid) > 5 * inflection)
    #expect(try shift(Self.fullTauc) > 0.1)
  }

  @Test func aShiftOfTheGapIsSeenAsSuchByAllMethods() throws {
    let expected = PhotonEnergy.converted(1.599) - PhotonEnergy.converted(1.6)
    for method in [
      EdgeMethod.defaultSigmoid, .defaultInflection, Self.fullTauc, .defaultHalfHeight,
    ] {
      let before = try edge(method, SyntheticEdge(gap: 1.6, fringeAmplitude: 0)).value
      let after = try edge(method, SyntheticEdge(gap: 1.599, fringeAmplitude: 0)).value
      // The windows stay, so a fit to a shape that isn't its own follows to a quarter.
      #expect(abs((after - before) / expected - 1) < 0.25, "\(method.text)")
    }
  }

  @Test func theFitKnowsItsNoise() throws {
    var generator = Xoshiro256(seed: 7)
    var values: [Double] = []
    var uncertainties = 0.0
    for _ in 0..<200 {
      let spectrum = SyntheticEdge().spectrum(step: 1, noise: 0.01, using: &generator)
      let estimate = try AbsorptionEdge()
        .estimate(
          name: "s",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
      values.append(estimate.value)
      uncertainties += try #require(estimate.uncertainty) / 200
    }
    let deviation = try #require(SampleStatistics(values)?.standardDeviation)
    // 200 draws know the deviation to 5 %; what the shape lacks adds to the fit's own figure.
    #expect((0.8...1.4).contains(uncertainties / deviation))
  }

  @Test func theInflectionKnowsItsNoiseToo() throws {
    var generator = Xoshiro256(seed: 11)
    var values: [Double] = []
    var uncertainties = 0.0
    for _ in 0..<100 {
      let spectrum = SyntheticEdge().spectrum(step: 1, noise: 0.002, using: &generator)
      let estimate = try AbsorptionEdge(method: .defaultInflection)
        .estimate(
          name: "s",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
      values.append(estimate.value)
      uncertainties += try #require(estimate.uncertainty) / 100
    }
    let deviation = try #require(SampleStatistics(values)?.standardDeviation)
    // Noise on a curve with noise: its steepest place wanders somewhat less freely than the first one.
    #expect((0.7...1.4).contains(uncertainties / deviation))
    let clean = SyntheticEdge().spectrum(step: 1, noise: 0, using: &generator)
    let exact = try AbsorptionEdge(method: .defaultInflection)
      .estimate(name: "s", wavelengths: clean.wavelengths, absorbances: clean.absorbances)
    #expect(try #require(exact.uncertainty) < 0.1)
  }

  @Test func theHalfHeightKnowsItsNoiseToo() throws {
    var generator = Xoshiro256(seed: 13)
    var values: [Double] = []
    var uncertainties = 0.0
    for _ in 0..<200 {
      let spectrum = SyntheticEdge().spectrum(step: 1, noise: 0.002, using: &generator)
      let estimate = try AbsorptionEdge(method: .defaultHalfHeight)
        .estimate(
          name: "s",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
      values.append(estimate.value)
      uncertainties += try #require(estimate.uncertainty) / 200
    }
    let deviation = try #require(SampleStatistics(values)?.standardDeviation)
    // 200 draws know the deviation to 5 %.
    #expect((0.85...1.15).contains(uncertainties / deviation))
  }
}
