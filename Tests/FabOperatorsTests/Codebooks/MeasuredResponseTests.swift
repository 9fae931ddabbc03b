import FabNumerics
import FabOperators
import Foundation
import Testing

@Suite struct MeasuredResponseTests {
  /// A softplus with a wiggle, of some amplitude, in volt and ampere.
  private static func curve(
    _ amplitude: Double,
    points: Int = 41
  ) -> [(input: Double, output: Double)] {
    (0..<points)
      .map { index in
        let volts = Double(index) / Double(points - 1)
        let x = 11 * (volts - 0.45)
        return (volts, amplitude * log1p(exp(x)) * (1 + 0.002 * sin(4 * volts)))
      }
  }

  @Test func curvesOfUnitsAreScaledByTheirOwnConstants() throws {
    let response = try MeasuredResponse(
      of: .softplus,
      curves: [1e-6, 2e-6, 5e-6].map { Self.curve($0) }
    )
    guard case .curve(let curve) = response.entry.content else {
      Issue.record("softplus is a curve")
      return
    }
    // Three units that differ by their amplitude alone are one and the same as numbers.
    #expect(curve.deviations.unitCount == 3)
    #expect(curve.spreads.allSatisfy { $0 < 1e-4 })
    for x in [-3.0, -1, 0, 1, 4] {
      #expect(abs(curve.mean(at: x) - OperatorName.softplus.codebookIdeal(at: x)) < 0.02)
    }
    #expect(abs(curve.inputScale.perNumber - 1 / 11) < 0.003)
    #expect(curve.readoutSpreads.allSatisfy { $0 == 0 } && response.repeatedInputs == 0)
    let metric = try #require(response.entry.metric)
    #expect(metric.meanRelativeError > 1e-5 && metric.meanRelativeError < 0.01)
  }

  @Test func repeatedReadingsTellTheirScatter() throws {
    var generator = Xoshiro256(seed: 2)
    let points = (0..<50)
      .flatMap { index -> [(input: Double, output: Double)] in
        let x = Double(index) / 10 - 2.5
        return (0..<20).map { _ in (x, exp(x) * (1 + 0.02 * generator.normalDeviate())) }
      }
    let response = try MeasuredResponse(of: .exponential, curves: [points])
    guard case .curve(let curve) = response.entry.content else {
      Issue.record("exponential is a curve")
      return
    }
    #expect(response.repeatedInputs == 50)
    // 950 degrees of freedom: 2.3 %.
    #expect(abs(curve.readoutSpread(at: 0) / 0.02 - 1) < 0.08)
    #expect(abs(curve.mean(at: 1) / exp(1) - 1) < 0.02)
  }

  @Test func defectsAreNamed() throws {
    #expect(
      throws: CodebookError.measurement(unit: 1, defect: .tooFewInputs(found: 5, needed: 8))
    ) {
      _ = try MeasuredResponse(of: .softplus, curves: [Self.curve(1), Self.curve(1, points: 5)])
    }
    let flat = (0..<20).map { (input: Double($0), output: 1.0 - Double($0) / 10) }
    #expect(throws: CodebookError.measurement(unit: 0, defect: .notPositive(input: 10))) {
      _ = try MeasuredResponse(of: .exponential, curves: [flat])
    }
    let far = flat.map { (input: $0.input + 100, output: $0.output) }
    #expect(throws: CodebookError.measurement(unit: 0, defect: .noCommonDomain)) {
      _ = try MeasuredResponse(of: .gelu, curves: [flat, far])
    }
    #expect(throws: CodebookError.measurement(unit: 0, defect: .noFit)) {
      _ = try MeasuredResponse(of: .softplus, curves: [flat.map { ($0.input, -1.0) }])
    }
  }
}
