import FabDevices
import FabNumerics
import Foundation
import Testing

@testable import FabOperators

@Suite struct ResponseCurveTests {
  /// Outputs of a study by input, units apart.
  private static func outputs(_ study: OperatorStudy) -> [Double: [Double]] {
    var result: [Double: [Double]] = [:]
    for trial in study.sample { result[trial.first, default: []].append(trial.output) }
    return result
  }

  @Test func theMeanIsThatOfTheDirectSimulationBetweenPoints() throws {
    // 40 units of 41 inputs are all in the study's sample; none but the ends is a point of the table.
    let study = try CodebookFixture.study(.gelu, units: 40)
    let curve = try CodebookFixture.curve(.gelu)
    // At zero the sign switches sides, and the output jumps by twice the leakage; the table crosses zero there.
    for (input, outputs) in Self.outputs(study) where input != 0 {
      #expect(outputs.count == 40)
      let direct = try #require(SampleStatistics(outputs))
      // The cubic is flat at the minimum only, over a step of 0.012: 2e-5 there.
      #expect(abs(curve.mean(at: input) - direct.mean) < 5e-5, "gelu at \(input)")
      #expect(abs(curve.spread(at: input) - direct.standardDeviation) < 5e-5)
    }
  }

  @Test func theMeanOfAnExponentialIsGeometric() throws {
    let study = try CodebookFixture.study(.exponential, units: 42)
    let curve = try CodebookFixture.curve(.exponential, units: 42)
    #expect(curve.scale == .logarithmic)
    for (input, outputs) in Self.outputs(study) {
      #expect(outputs.count == 42)
      let direct = try #require(SampleStatistics(outputs.map { log($0) }))
      #expect(abs(curve.mean(at: input) / exp(direct.mean) - 1) < 1e-6)
      #expect(abs(curve.spread(at: input) - direct.standardDeviation) < 1e-5)
    }
  }

  @Test(arguments: [OperatorName.softplus, .sigmoid])
  func unitsAreThoseOfTheStudyAfterTheirOwnFit(name: OperatorName) throws {
    let study = try CodebookFixture.study(name, units: 40)
    let curve = try CodebookFixture.curve(name)
    let units = curve.deviations.simulated
    #expect(units.count == 40)
    var largest = 0.0
    for unit in 0..<40 {
      let trials = study.sample[41 * unit..<41 * unit + 41]
      let (voltages, shares) = (trials.map(\.first), trials.map(\.output))
      func check(_ input: Double, _ output: Double) {
        guard curve.domain.contains(input) else { return }
        let value = curve.value(at: input, unit: unit, of: units)
        largest = max(largest, abs(value - output))
      }
      if name == .softplus {
        let fit = try #require(SoftplusFit(voltages: voltages, currents: shares))
        for (volts, share) in zip(voltages, shares) {
          check(fit.slope * (volts - fit.offset), share / fit.amplitude)
        }
      } else {
        let fit = try #require(SigmoidFit(voltages: voltages, currents: shares))
        for (volts, share) in zip(voltages, shares) {
          check(fit.slope * (volts - fit.offset), fit.share(ofCurrent: share))
        }
      }
    }
    // What the kept components don't carry, and the fit to shares instead of currents.
    #expect(largest > 0 && largest < 2e-4, "\(name) \(largest)")
  }

  @Test func commonConstantsShowWhatUnitsDifferBy() throws {
    let own = try CodebookFixture.curve(.softplus)
    let entry = try CodebookFixture.entry(
      .softplus,
      units: 40,
      grid: CodebookGrid(calibration: .common)
    )
    guard case .curve(let common) = entry.content else {
      Issue.record("softplus is a curve")
      return
    }
    #expect(common.domain == own.domain)
    #expect(common.spread(at: 1) > 5 * own.spread(at: 1))
    #expect(abs(common.mean(at: 3) - 3.05) < 0.1)
  }

  @Test(arguments: [OperatorName.softplus, .sigmoid, .gelu, .exponential])
  func theDerivativeIsTheSlope(name: OperatorName) throws {
    let curve = try CodebookFixture.curve(name)
    let scale = curve.inputs.map { abs(curve.mean(at: $0)) }.max() ?? 1
    var generator = Xoshiro256(seed: 3)
    let width = curve.domain.upperBound - curve.domain.lowerBound
    for _ in 0..<200 {
      let x = curve.domain.lowerBound + width * (0.001 + 0.998 * generator.uniformDeviate())
      let step = 1e-6 * width
      let difference = (curve.mean(at: x + step) - curve.mean(at: x - step)) / (2 * step)
      // The second derivative jumps at points of the table.
      #expect(abs(curve.derivative(at: x) - difference) < 1e-4 * scale, "\(name) at \(x)")
    }
    // Monotone functions have monotone tables.
    guard name != .gelu else { return }
    for (one, next) in zip(curve.means, curve.means.dropFirst()) { #expect(one < next) }
  }

  @Test func manyInputsAtOnceAreAsOneByOne() throws {
    let curve = try CodebookFixture.curve(.gelu)
    let units = curve.deviations.draw(7, seed: 5, purpose: 2)
    var generator = Xoshiro256(seed: 9)
    var inputs = (0..<700).map { _ in Float(8 * generator.uniformDeviate() - 4) }
    inputs[13] = .nan
    inputs[14] = .infinity
    let expected = inputs.count { !(abs($0) <= 3) }
    for policy in [DomainPolicy.clamp, .extrapolate] {
      var (outputs, slopes) = (inputs, inputs)
      let (outside, also) = try inputs.withUnsafeBufferPointer { inputs in
        try (
          outputs.withUnsafeMutableBufferPointer {
            try curve.evaluate(inputs, into: $0, units: units, policy: policy, of: .gelu)
          },
          slopes.withUnsafeMutableBufferPointer {
            try curve.differentiate(inputs, into: $0, units: units, policy: policy, of: .gelu)
          }
        )
      }
      #expect(outside == expected && also == expected)
      #expect(outputs[13].isNaN)
      for (index, input) in inputs.enumerated() where input.isFinite {
        let extrapolates = policy == .extrapolate
        let value = curve.value(
          at: Double(input),
          unit: index % 7,
          of: units,
          extrapolates: extrapolates
        )
        // Single precision against double, of values up to 4.
        #expect(abs(Double(outputs[index]) - value) < 4e-6)
        if abs(input) > 3, !extrapolates { #expect(slopes[index] == 0) }
        if abs(input) > 3, extrapolates, input > 0 { #expect(abs(slopes[index] - 1) < 0.2) }
      }
    }
  }

  @Test func inputsOutsideAreRefusedWhereThatIsAsked() throws {
    let curve = try CodebookFixture.curve(.sigmoid)
    let inputs: [Float] = [0, 1, 99, -99]
    var outputs: [Float] = [7, 7, 7, 7]
    #expect(
      throws: CodebookError.outsideDomain(
        operator: .sigmoid,
        count: 2,
        total: 4,
        firstIndex: 2,
        value: 99,
        domain: curve.domain
      )
    ) {
      try inputs.withUnsafeBufferPointer { inputs in
        try outputs.withUnsafeMutableBufferPointer {
          _ = try curve.evaluate(inputs, into: $0, policy: .refuse, of: .sigmoid)
        }
      }
    }
    #expect(outputs == [7, 7, 7, 7])
  }

  @Test func drawnUnitsAreCorrelatedAlongTheInput() throws {
    let curve = try CodebookFixture.curve(.exponential, units: 300)
    let inputs = [-2.0, -0.1, 0.1, 2.0]
    func correlations(_ units: DrawnUnits) -> (near: Double, spread: Double) {
      let rows = (0..<units.count)
        .map { unit in
          inputs.map { log(curve.value(at: $0, unit: unit, of: units) / curve.mean(at: $0)) }
        }
      func moment(_ one: Int, _ other: Int) -> Double {
        rows.reduce(0) { $0 + $1[one] * $1[other] } / Double(rows.count)
      }
      return (
        moment(1, 2) / (moment(1, 1) * moment(2, 2)).squareRoot(), moment(0, 0).squareRoot()
      )
    }
    let simulated = correlations(curve.deviations.simulated)
    for draw in UnitDraw.allCases {
      let drawn = correlations(curve.deviations.draw(3000, seed: 4, by: draw))
      // White noise along the input would have none.
      #expect(drawn.near > 0.99 && simulated.near > 0.99)
      // Standard error of a standard deviation of 3000: 1.3 %.
      #expect(abs(drawn.spread / simulated.spread - 1) < 0.05, "\(draw)")
    }
  }

  @Test func drawsDependOnNumberSeedAndPurposeAlone() throws {
    let deviations = try CodebookFixture.curve(.softplus).deviations
    for draw in UnitDraw.allCases {
      let all = deviations.draw(20, seed: 1, purpose: 3, by: draw)
      let part = deviations.draw(5, from: 10, seed: 1, purpose: 3, by: draw)
      let width = deviations.componentCount
      #expect(Array(all.weights[10 * width..<15 * width]) == part.weights)
      #expect(deviations.draw(20, seed: 2, purpose: 3, by: draw) != all)
      #expect(deviations.draw(20, seed: 1, purpose: 4, by: draw) != all)
    }
  }

  @Test func readingsScatterAsTheirCurrentsDo() throws {
    let conditions = try OperatorConditions(readoutSpread: 0.01)
    let entry = try CodebookFixture.entry(.sigmoid, law: .none, units: 4, conditions: conditions)
    guard case .curve(let curve) = entry.content else {
      Issue.record("sigmoid is a curve")
      return
    }
    // The current is A (2 s - 1) and is read to a percent: half a percent of the number at the ends, none in the middle.
    #expect(abs(curve.readoutSpread(at: 5) - 0.005) < 2e-4)
    #expect(curve.readoutSpread(at: 0) < 2e-4)
    let inputs = Array(repeating: Float(5), count: 4000)
    var outputs = inputs
    var normals = inputs
    normals.withUnsafeMutableBufferPointer { CounterNormals(seed: 1).fill($0, from: 0) }
    inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeMutableBufferPointer { outputs in
        normals.withUnsafeBufferPointer { curve.addReadout(of: inputs, normals: $0, to: outputs) }
      }
    }
    let scatter = try #require(SampleStatistics(outputs.map(Double.init)))
    #expect(abs(scatter.standardDeviation / curve.readoutSpread(at: 5) - 1) < 0.05)
  }
}
