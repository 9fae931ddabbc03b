import FabNumerics
import FabOperators
import Foundation
import Testing

@Suite struct GainSurfaceTests {
  /// The relative errors of a study in the network's numbers.
  private static func trials(_ study: OperatorStudy) -> [(x: Double, y: Double, gain: Double)] {
    study.sample.map { (abs($0.first) / 2e-6, $0.second / 2e-6, $0.output / $0.ideal) }
  }

  @Test(arguments: [OperatorName.multiplier, .divider])
  func unitsAreThoseOfTheStudyBetweenPoints(name: OperatorName) throws {
    let study = try CodebookFixture.study(name, units: 20)
    let surface = try CodebookFixture.surface(name, units: 20, points: 64)
    let units = surface.deviations.simulated
    var largest = 0.0
    for (index, trial) in Self.trials(study).enumerated() {
      let value = surface.value(trial.x, trial.y, unit: index / 100, of: units)
      largest = max(largest, abs(value / surface.ideal(trial.x, trial.y) / trial.gain - 1))
    }
    #expect(study.sample.count == 2000)
    #expect(largest > 0 && largest < 3e-4, "\(name) \(largest)")
  }

  @Test(arguments: [OperatorName.multiplier, .divider])
  func drawnUnitsErrAsSimulatedOnes(name: OperatorName) throws {
    let study = try CodebookFixture.study(name, units: 400)
    let surface = try CodebookFixture.surface(name, units: 400)
    let operands = (0..<10).map { 0.1 + 0.1 * Double($0) }
    func unitMeans(_ units: DrawnUnits) throws -> SampleStatistics {
      try #require(
        SampleStatistics(
          (0..<units.count)
            .map { unit in
              var sum = 0.0
              for x in operands {
                for y in operands {
                  let value = surface.value(x, y, unit: unit, of: units)
                  sum += abs(value / surface.ideal(x, y) - 1)
                }
              }
              return sum / 100
            }
        )
      )
    }
    let direct = study.errors.unitMeans
    // The very units: nothing but the interpolation between 24 points differs.
    let same = try unitMeans(surface.deviations.simulated)
    #expect(abs(same.mean - direct.mean) < 2e-4, "\(name) \(same.mean) \(direct.mean)")
    for draw in UnitDraw.allCases {
      let drawn = try unitMeans(surface.deviations.draw(1000, seed: 8, by: draw))
      let error =
        (drawn.standardError * drawn.standardError
        + direct.standardError * direct.standardError)
        .squareRoot()
      #expect(abs(drawn.mean - direct.mean) < 3 * error, "\(name) \(draw) \(drawn.mean)")
      #expect(abs(drawn.standardDeviation / direct.standardDeviation - 1) < 0.2, "\(name) \(draw)")
    }
  }

  @Test func gainsAtDistantOperandsAreCorrelatedAsSimulated() throws {
    let surface = try CodebookFixture.surface(.multiplier, units: 400)
    func covariance(_ units: DrawnUnits) -> Double {
      let logs = (0..<units.count)
        .map { unit in
          (
            log(surface.value(0.15, 0.9, unit: unit, of: units) / surface.mean(0.15, 0.9)),
            log(surface.value(0.85, 0.3, unit: unit, of: units) / surface.mean(0.85, 0.3))
          )
        }
      return logs.reduce(0) { $0 + $1.0 * $1.1 } / Double(logs.count)
    }
    let simulated = covariance(surface.deviations.simulated)
    #expect(simulated > 0.002)
    for draw in UnitDraw.allCases {
      let drawn = covariance(surface.deviations.draw(4000, seed: 2, by: draw))
      // A covariance of nearly equal variables from 4000 has a standard error of 2.3 %.
      #expect(abs(drawn / simulated - 1) < 0.08, "\(draw) \(drawn) \(simulated)")
    }
  }

  @Test(arguments: [OperatorName.multiplier, .divider])
  func manyPairsAtOnceAreAsOneByOne(name: OperatorName) throws {
    let surface = try CodebookFixture.surface(name, units: 60)
    let units = surface.deviations.draw(5, seed: 1)
    var generator = Xoshiro256(seed: 2)
    func number() -> Float {
      Float((0.02 + 1.2 * generator.uniformDeviate()) * (generator.uniformDeviate() < 0.5 ? -1 : 1))
    }
    let first = (0..<500).map { _ in number() }
    let second = (0..<500).map { _ in number() }
    func isOutside(_ value: Float) -> Bool { abs(value) < 0.1 || abs(value) > 1 }
    let expected = zip(first, second).count { isOutside($0) || isOutside($1) }
    for policy in [DomainPolicy.clamp, .extrapolate] {
      var outputs = first
      let outside = try first.withUnsafeBufferPointer { first in
        try second.withUnsafeBufferPointer { second in
          try outputs.withUnsafeMutableBufferPointer {
            try surface.evaluate(first, second, into: $0, units: units, policy: policy, of: name)
          }
        }
      }
      #expect(outside == expected && outside > 0)
      for index in first.indices where name == .multiplier || abs(second[index]) >= 0.1 {
        let value = surface.value(
          Double(first[index]),
          Double(second[index]),
          unit: index % 5,
          of: units,
          extrapolates: policy == .extrapolate
        )
        #expect(abs(Double(outputs[index]) / value - 1) < 1e-5)
      }
    }
  }

  @Test func zerosAndQuotientsByNothingAreFinite() throws {
    let multiplier = try CodebookFixture.surface(.multiplier, units: 8)
    let divider = try CodebookFixture.surface(.divider, units: 8)
    func evaluate(
      _ surface: GainSurface,
      _ x: [Float],
      _ y: [Float],
      _ name: OperatorName
    )
      throws -> ([Float], Int)
    {
      var outputs = x
      let outside = try x.withUnsafeBufferPointer { x in
        try y.withUnsafeBufferPointer { y in
          try outputs.withUnsafeMutableBufferPointer {
            try surface.evaluate(x, y, into: $0, policy: .clamp, of: name)
          }
        }
      }
      return (outputs, outside)
    }
    let products = try evaluate(multiplier, [0, 0.5, 0], [0.5, 0, 0], .multiplier)
    #expect(products.0 == [0, 0, 0] && products.1 == 0)
    let quotients = try evaluate(divider, [0.5, -0.5, 0], [0, 0, 0.5], .divider)
    #expect(quotients.1 == 2)
    #expect(abs(quotients.0[0] - 5) < 1 && abs(quotients.0[1] + 5) < 1 && quotients.0[2] == 0)
  }

  @Test(arguments: [OperatorName.multiplier, .divider])
  func derivativesAreDifferences(name: OperatorName) throws {
    let surface = try CodebookFixture.surface(name, units: 30)
    var generator = Xoshiro256(seed: 4)
    for _ in 0..<100 {
      let x = 0.12 + 0.8 * generator.uniformDeviate()
      let y = 0.12 + 0.8 * generator.uniformDeviate()
      let found = surface.derivatives(x, y)
      let step = 1e-7
      let alongX = (surface.mean(x + step, y) - surface.mean(x - step, y)) / (2 * step)
      let alongY = (surface.mean(x, y + step) - surface.mean(x, y - step)) / (2 * step)
      // Differences straddle an edge of the bilinear grid now and then: its kink is below a percent.
      #expect(abs(found.first / alongX - 1) < 0.01)
      #expect(abs(found.second / alongY - 1) < 0.01)
    }
  }
}
