import FabNumerics
import FabOperators
import Testing

@Suite struct WeightErrorsTests {
  private static func errors(_ count: Int, readout: Double = 0.0089) throws -> WeightErrors {
    let conditions = try OperatorConditions(readoutSpread: readout)
    return try Codebook(
      identity: CodebookIdentity(name: "test", source: .bench),
      entries: [CodebookFixture.entry(.vmm, units: count, conditions: conditions)]
    )
    .weights()
  }

  /// Weights in cells whose largest conductance stands for one, and how many lie outside the domain.
  private static func program(
    _ weights: [Float],
    _ errors: WeightErrors,
    seed: UInt64,
    purpose: UInt64
  ) throws -> ([Float], Int) {
    var programmed = weights
    let outside = try weights.withUnsafeBufferPointer { weights in
      let cells = try #require(
        ProgrammedWeights(
          of: weights,
          .codebook,
          errors: errors,
          isMean: false,
          largest: 1,
          seed: seed,
          purpose: purpose
        )
      )
      programmed.withUnsafeMutableBufferPointer { cells.program(weights, into: $0, from: 0) }
      return cells.outsideCount
    }
    return (programmed, outside)
  }

  @Test func vectorProductsOfItErrAsSimulated() throws {
    let conditions = try OperatorConditions()
    let study = try CodebookFixture.study(.vmm, units: 400, conditions: conditions)
    let errors = try Self.errors(400)
    #expect(errors.readoutSpread == conditions.readoutSpread)
    var generator = Xoshiro256(seed: 1)
    var means: [Double] = []
    for unit in 0..<400 {
      let weights = (0..<3).map { _ in Float(0.1 + 0.9 * generator.uniformDeviate()) }
      let (programmed, outside) = try Self.program(weights, errors, seed: 3, purpose: UInt64(unit))
      #expect(outside == 0)
      var sum = 0.0
      for _ in 0..<50 {
        let x = weights.map { _ in generator.uniformDeviate() }
        let ideal = zip(weights, x).reduce(0) { $0 + Double($1.0) * $1.1 }
        let output = zip(programmed, x).reduce(0) { $0 + Double($1.0) * $1.1 }
        let read = output * (1 + errors.readoutSpread * generator.normalDeviate())
        sum += abs(read / ideal - 1)
      }
      means.append(sum / 50)
    }
    let drawn = try #require(SampleStatistics(means))
    let direct = study.errors.unitMeans
    let error =
      (drawn.standardError * drawn.standardError
      + direct.standardError * direct.standardError)
      .squareRoot()
    #expect(abs(drawn.mean - direct.mean) < 3 * error, "\(drawn.mean) \(direct.mean)")
  }

  @Test func programmingAndReadingAreApart() throws {
    let quiet = try Self.errors(100, readout: 0)
    let loud = try Self.errors(100, readout: 0.05)
    #expect(quiet.readoutSpread == 0 && loud.readoutSpread == 0.05)
    #expect(quiet.biases == loud.biases && quiet.spreads == loud.spreads)
    #expect(quiet.spreads.allSatisfy { $0 > 0.001 && $0 < 0.02 })
  }

  @Test func signsStayAndZerosAreExact() throws {
    let errors = try Self.errors(50)
    let weights: [Float] = [0, -0.5, 0.5, 0.01, 2]
    let (programmed, outside) = try Self.program(weights, errors, seed: 1, purpose: 0)
    #expect(outside == 2)
    #expect(programmed[0] == 0)
    for (one, other) in zip(programmed, weights).dropFirst() {
      #expect(abs(one / other - 1) < 0.05 && one != other)
    }
  }
}
