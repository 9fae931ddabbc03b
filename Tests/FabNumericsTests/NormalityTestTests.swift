import FabNumerics
import Foundation
import Testing

/// Statistics of SciPy 1.17.1: `stats.anderson(x).statistic`.
@Suite struct NormalityTestTests {
  @Test func statisticHasPublishedValues() throws {
    let skewed: [Double] = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]
    #expect(abs(try #require(NormalityTest(skewed)).statistic - 0.9467718795988862) < 1e-12)
    let even = [
      249.1, 250.3, 251.2, 248.9, 250.0, 249.6, 250.8, 250.1, 249.9, 250.5, 249.4, 250.7,
    ]
    let found = try #require(NormalityTest(even))
    #expect(abs(found.statistic - 0.11887152114514521) < 1e-12)
    #expect(found.pValue > 0.95)
  }

  /// The fifth, tenth and first percentile of table 4.7 of D'Agostino and Stephens: 0.752, 0.631, 1.035.
  @Test func pValuesAreUniformForNormalSamples() throws {
    var random = Xoshiro256(seed: 5)
    var below = (ten: 0, five: 0, one: 0)
    let runs = 4000
    for _ in 0..<runs {
      let test = try #require(NormalityTest((0..<20).map { _ in random.normalDeviate() }))
      if test.pValue < 0.1 { below.ten += 1 }
      if test.pValue < 0.05 { below.five += 1 }
      if test.pValue < 0.01 { below.one += 1 }
    }
    // Four standard errors of a share of 4000 runs.
    #expect(abs(Double(below.ten) / Double(runs) - 0.1) < 0.019)
    #expect(abs(Double(below.five) / Double(runs) - 0.05) < 0.014)
    #expect(abs(Double(below.one) / Double(runs) - 0.01) < 0.0065)
  }

  @Test func refusesSamplesWithoutAnAnswer() {
    #expect(NormalityTest([1, 2, 3, 4, 5, 6, 7]) == nil)
    #expect(NormalityTest(Array(repeating: 1, count: 9)) == nil)
    #expect(NormalityTest([1, 2, 3, 4, 5, 6, 7, 8, .nan]) == nil)
  }

  @Test func farTailsStayFinite() throws {
    let test = try #require(NormalityTest((0..<200).map { exp(Double($0)) }))
    #expect(test.statistic.isFinite)
    #expect(test.pValue >= 0 && test.pValue < 1e-50)
  }

  @Test func spreadHasTheKnownInterval() throws {
    // true sigma / sample sigma of five values: 0.60-2.87, of 49: 0.83-1.25.
    for (count, low, high) in [
      (5, 0.60, 2.87), (9, 0.68, 1.92), (13, 0.72, 1.65), (49, 0.83, 1.25),
    ] {
      let sample = try #require(SampleStatistics((0..<count).map(Double.init)))
      let interval = try #require(sample.standardDeviationInterval())
      #expect(abs(interval.lowerBound / sample.standardDeviation - low) < 0.006)
      #expect(abs(interval.upperBound / sample.standardDeviation - high) < 0.006)
      #expect(sample.interquartileRange == Double(count - 1) / 2)
      #expect(sample.range == Double(count - 1))
    }
  }
}
