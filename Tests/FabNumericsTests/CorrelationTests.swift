import FabNumerics
import Testing

/// Values of SciPy 1.17.1: `stats.pearsonr(x, y)`, its `confidence_interval()`, `stats.spearmanr(x, y)`.
@Suite struct CorrelationTests {
  private let x: [Double] = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]
  private let y: [Double] = [1, 3, 2, 5, 4, 7, 6, 8, 9, 12, 10]

  @Test func pearsonHasPublishedValues() throws {
    let found = try #require(Correlation(x, y))
    #expect(abs(found.coefficient - 0.7768297700382865) < 1e-13)
    #expect(abs(found.pValue - 0.0049137922220715705) < 1e-13)
    let interval = try #require(found.interval())
    #expect(abs(interval.lowerBound - 0.3313764255221016) < 1e-12)
    #expect(abs(interval.upperBound - 0.9390887186917176) < 1e-12)
  }

  @Test func spearmanHasPublishedValues() throws {
    let found = try #require(Correlation(ranksOf: x, y))
    #expect(abs(found.coefficient - 0.9636363636363637) < 1e-13)
    #expect(abs(found.pValue - 1.8520398640703137e-06) < 1e-15)
  }

  @Test func tiesShareTheirRank() throws {
    // scipy.stats.spearmanr([1, 2, 2, 3], [4, 1, 3, 2]): -0.632455532033676
    let found = try #require(Correlation(ranksOf: [1, 2, 2, 3], [4, 1, 3, 2]))
    #expect(abs(found.coefficient + 0.632455532033676) < 1e-13)
  }

  @Test func refusesWhatHasNoCoefficient() {
    #expect(Correlation([1, 2], [1, 2]) == nil)
    #expect(Correlation([1, 2, 3], [1, 2]) == nil)
    #expect(Correlation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation([1, .nan, 1], [1, 2, 3]) == nil)
    #expect(Correlation(ranksOf: [1, .infinity, 2], [1, 2, 3]) == nil)
  }
}
