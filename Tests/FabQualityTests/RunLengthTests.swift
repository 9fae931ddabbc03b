import FabNumerics
import FabQuality
import Testing

@Suite struct RunLengthTests {
  private func length(
    _ scheme: RunLengthScheme,
    runs: Int,
    shift: Double = 0
  ) throws -> (mean: Double, error: Double) {
    let found = try RunLengthSimulation(scheme, runs: runs, seed: 7).lengths(shift: shift)
    return (found.mean, found.standardError)
  }

  /// Figures of earlier simulations; 370.40 and 91.75 are exact.
  ///
  /// > Source: 91.75: C. W. Champ, W. H. Woodall, Technometrics 29, 393 (1987), doi 10.1080/00401706.1987.10488266.
  @Test(arguments: [
    ([ControlRule.beyondLimit], 370.40), (Array(ControlRule.westernElectric), 91.75),
    (Array(ControlRule.nelson), 73), (Array(ControlRule.standard), 216),
    ([.beyondLimit, .nineOnOneSide, .twoOfThreeBeyondTwo, .fourOfFiveBeyondOne], 111),
  ])
  func rulesHaveTheirRunLengths(_ rules: [ControlRule], expected: Double) throws {
    let found = try length(.rules(Set(rules)), runs: 8000)
    // Four standard errors, and the rounding and scatter of the figures.
    #expect(abs(found.mean - expected) < 4 * found.error + 0.012 * expected)
    #expect(found.error < 0.013 * expected)
  }

  @Test(arguments: [
    (0.2, 3.0, 0.0, 544.0, 0.03), (0.2, 3, 1, 10.0, 0.02), (0.1, 2.7, 0, 352, 0.03),
    (0.1, 2.7, 1, 7.6, 0.02),
  ])
  func weightedAverageHasItsRunLengths(
    weight: Double,
    width: Double,
    shift: Double,
    expected: Double,
    tolerance: Double
  ) throws {
    let exact = try RunLengthEquation.weightedAverage(weight: weight, width: width, shift: shift)
    #expect(abs(exact - expected) < tolerance * expected)
    let found = try length(
      .weightedAverage(weight: weight, width: width),
      runs: 4000,
      shift: shift
    )
    #expect(abs(found.mean - exact) < 4 * found.error)
  }

  @Test(arguments: [
    (0.5, 4.0, 0.0, 172.0, 0.03), (0.5, 4, 1, 8.4, 0.02), (0.5, 5, 0, 464, 0.03),
    (0.5, 5, 1, 10.3, 0.02),
  ])
  func cumulativeSumHasItsRunLengths(
    reference: Double,
    decision: Double,
    shift: Double,
    expected: Double,
    tolerance: Double
  ) throws {
    let exact = try RunLengthEquation.cumulativeSum(
      reference: reference,
      decision: decision,
      shift: shift
    )
    #expect(abs(exact - expected) < tolerance * expected)
    let found = try length(
      .cumulativeSum(reference: reference, decision: decision),
      runs: 4000,
      shift: shift
    )
    #expect(abs(found.mean - exact) < 4 * found.error)
  }

  @Test func aWeightOfOneIsAShewhartChart() throws {
    #expect(abs(try RunLengthEquation.weightedAverage(weight: 1, width: 3) - 370.398) < 0.01)
    #expect(
      abs(try RunLengthEquation.weightedAverage(weight: 1, width: 3, shift: 1) - 43.89) < 0.01
    )
  }

  @Test func runsAreRepeatable() throws {
    let scheme = RunLengthScheme.rules(ControlRule.nelson)
    let first = try RunLengthSimulation(scheme, runs: 300, seed: 3).lengths()
    let second = try RunLengthSimulation(scheme, runs: 300, seed: 3).lengths()
    #expect(first == second)
    #expect(try RunLengthSimulation(scheme, runs: 300, seed: 4).lengths() != first)
    let short = try RunLengthSimulation(scheme, runs: 300, seed: 3, longestRun: 20).lengths()
    #expect(short.maximum == 20)
  }

  @Test func refusesSchemesWithoutSense() {
    #expect(throws: QualityError.self) { try RunLengthSimulation(.rules([])).lengths() }
    #expect(throws: QualityError.self) {
      try RunLengthEquation.weightedAverage(weight: 0, width: 3)
    }
    #expect(throws: QualityError.self) {
      try RunLengthEquation.cumulativeSum(reference: 0.5, decision: .nan)
    }
  }
}
