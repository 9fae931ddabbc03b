import FabNumerics
import Testing

@Suite struct SampleStatisticsTests {
  @Test func knownSample() throws {
    let statistics = try #require(SampleStatistics([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(statistics.mean == 5)
    #expect(abs(statistics.standardDeviation - (32.0 / 7).squareRoot()) < 1e-15)
    #expect(statistics.median == 4.5)
    #expect(statistics.minimum == 2)
    #expect(statistics.maximum == 9)
    #expect(statistics.quantile(0.25) == 4)
    #expect(abs(statistics.quantile(0.9) - 7.6) < 1e-15)
  }

  @Test func largeOffsetKeepsTheSpread() throws {
    let statistics = try #require(SampleStatistics([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))
    #expect(abs(statistics.standardDeviation - 30.0.squareRoot()) < 1e-12)
  }

  @Test func refusesNothingAndNonsense() {
    #expect(SampleStatistics([]) == nil)
    #expect(SampleStatistics([1, .nan]) == nil)
    #expect(SampleStatistics([1, .infinity]) == nil)
    #expect(SampleStatistics([3])?.meanInterval() == nil)
    #expect(SampleStatistics([3])?.standardDeviation == 0)
  }

  @Test func meanIntervalCoversAsOftenAsItSays() throws {
    var generator = Xoshiro256(seed: 11)
    var covered = 0
    for _ in 0..<2000 {
      let sample = (0..<5).map { _ in 3 + 2 * generator.normalDeviate() }
      let interval = try #require(SampleStatistics(sample)?.meanInterval(level: 0.9))
      if interval.contains(3) { covered += 1 }
    }
    let share = try #require(ProportionInterval(successes: covered, trials: 2000, level: 0.9999))
    #expect(share.range.contains(0.9))
  }

  /// Newcombe 1998, doi 10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I: 81 of 263,
  /// 15 of 148, 0 of 20.
  @Test func wilsonIntervalsMatchThePublishedOnes() throws {
    for (successes, trials, low, high) in [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)] {
      let interval = try #require(ProportionInterval(successes: successes, trials: trials))
      #expect(abs(interval.range.lowerBound - low) < 5e-5)
      #expect(abs(interval.range.upperBound - high) < 5e-5)
    }
    let none = try #require(ProportionInterval(successes: 0, trials: 20))
    #expect(none.range.lowerBound == 0)
    #expect(abs(none.range.upperBound - 0.1611) < 5e-5)
    #expect(ProportionInterval(successes: 1, trials: 0) == nil)
    #expect(ProportionInterval(successes: 3, trials: 2) == nil)
  }
}
