import FabMetrology
import FabNumerics
import Testing

/// Spread and bias of the edge methods on spectra whose truth is known.
@Suite struct EdgePrecisionTests {
  static let methods: [EdgeMethod] = [
    .defaultSigmoid, .defaultInflection, .tauc(range: 1.615...1.70, minimumWidth: 0.085),
    .defaultHalfHeight,
  ]

  private func edges(
    _ method: EdgeMethod,
    _ film: SyntheticEdge = SyntheticEdge(),
    step: Double,
    noise: Double,
    draws: Int = 150
  ) throws -> SampleStatistics {
    var generator = Xoshiro256(seed: 20_260, key: [UInt64(step * 10), UInt64(noise * 1e4)])
    let estimator = AbsorptionEdge(method: method)
    let values = try (0..<draws)
      .map { _ in
        let spectrum = film.spectrum(step: step, noise: noise, using: &generator)
        return try estimator.estimate(
          name: "s",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
        .value
      }
    return try #require(SampleStatistics(values))
  }

  @Test func printTable() throws {
    for (step, noise) in [(0.5, 1e-3), (1, 3e-3), (2, 3e-3)] {
      var line = "\(step) \(noise):"
      for method in Self.methods {
        let s = try edges(method, step: step, noise: noise)
        line += " \((s.mean * 100).rounded() / 100) sd \((s.standardDeviation * 1000).rounded() / 1000)"
      }
      print(line)
    }
    var line = "thickness +-3%:"
    for method in Self.methods {
      let places = try [0.97, 1, 1.03].map { try edges(method, SyntheticEdge(relativeThickness: $0), step: 0.5, noise: 0, draws: 1).mean }
      line += " \(places.max()! - places.min()!)"
    }
    print(line)
    for fringe in [0, 0.002, 0.005, 0.01] {
    var line = "fringe \(fringe) thickness +-3%:"
    for method in Self.methods {
      let places = try [0.97, 1, 1.03].map { try edges(method, SyntheticEdge(relativeThickness: $0, fringeAmplitude: fringe), step: 0.5, noise: 0, draws: 1).mean }
      line += " \(places.max()! - places.min()!)"
    }
    print(line)
    }
  }
}
