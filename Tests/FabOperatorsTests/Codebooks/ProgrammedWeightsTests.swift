import FabNumerics
import FabOperators
import Testing

@Suite struct ProgrammedWeightsTests {
  /// Weights from -1 to 3: range 4, largest magnitude 3.
  private static let weights: [Float] = (0..<20_000).map { -1 + 4 * Float($0) / 19_999 }

  private static func program(
    _ noise: WeightNoise,
    errors: WeightErrors? = nil,
    isMean: Bool = false,
    seed: UInt64 = 4,
    _ values: [Float] = weights
  ) throws -> [Float] {
    let cells = try #require(
      weights.withUnsafeBufferPointer {
        ProgrammedWeights(of: $0, noise, errors: errors, isMean: isMean, seed: seed, purpose: 9)
      }
    )
    var result = [Float](repeating: 0, count: values.count)
    values.withUnsafeBufferPointer { values in
      result.withUnsafeMutableBufferPointer { cells.program(values, into: $0, from: 0) }
    }
    return result
  }

  @Test(arguments: [(WeightReference.range, 4.0), (.maximum, 3.0)])
  func deviatesAreSharesOfTheReference(reference: WeightReference, scale: Double) throws {
    let found = try Self.program(.normal(deviation: 0.02, of: reference))
    let errors = zip(found, Self.weights).map { Double($0 - $1) }
    let statistics = try #require(SampleStatistics(errors))
    #expect(abs(statistics.mean) < 4 * statistics.standardError)
    #expect(abs(statistics.standardDeviation / (0.02 * scale) - 1) < 0.02)
  }

  @Test func deviatesOfTheValueAreRelative() throws {
    let found = try Self.program(.normal(deviation: 0.02, of: .value))
    let errors = zip(found, Self.weights).filter { abs($1) > 0.1 }.map { Double($0 / $1 - 1) }
    let statistics = try #require(SampleStatistics(errors))
    #expect(abs(statistics.standardDeviation / 0.02 - 1) < 0.02)
  }

  @Test func cellsKeepTheirErrors() throws {
    let noise = WeightNoise.normal(deviation: 0.02, of: .maximum)
    let first = try Self.program(noise)
    #expect(try Self.program(noise) == first)
    #expect(try Self.program(noise, seed: 5) != first)
    // Other weights in the same cells err by the same amounts.
    let moved = try Self.program(noise, Self.weights.map { $0 + 0.5 })
    for index in stride(from: 0, to: first.count, by: 997) {
      #expect(abs(moved[index] - first[index] - 0.5) < 1e-5)
    }
  }

  @Test func theCodebooksCellsErrByTheirTables() throws {
    let entry = try CodebookFixture.entry(.vmm, units: 200)
    guard case .weights(let errors) = entry.content else {
      Issue.record("no errors of weights")
      return
    }
    let found = try Self.program(.codebook, errors: errors)
    let near = zip(found, Self.weights).filter { abs($1 / 3 - 0.6) < 0.05 }
      .map { Double($0 / $1 - 1) }
    let statistics = try #require(SampleStatistics(near))
    #expect(abs(statistics.mean - errors.bias(at: 0.6)) < 4 * statistics.standardError)
    #expect(abs(statistics.standardDeviation / errors.spread(at: 0.6) - 1) < 0.25)
    let mean = try Self.program(.codebook, errors: errors, isMean: true)
    let place = 15_000
    let weight = Self.weights[place]
    #expect(
      abs(Double(mean[place] / weight - 1) - errors.bias(at: Double(weight / 3))) < 1e-6
    )
  }

  @Test func nothingErrsWhereNothingIsAskedFor() {
    for noise in [WeightNoise.none, .normal(deviation: 0.1, of: .range)] {
      let cells = Self.weights.withUnsafeBufferPointer {
        ProgrammedWeights(of: $0, noise, errors: nil, isMean: true, seed: 1, purpose: 1)
      }
      #expect(cells == nil)
    }
  }
}
