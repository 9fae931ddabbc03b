import FabMetrology
import FabNumerics
import Testing

@Suite struct UniformityClaimTests {
  /// Chi-square from its normal approximation: 4 % off in the lower tail of 4 degrees of freedom, less of more.
  ///
  /// > Source: E. B. Wilson, M. M. Hilferty, PNAS 17, 684 (1931), doi 10.1073/pnas.17.12.684.
  private func quantile(_ probability: Double, _ freedom: Double) -> Double {
    let share = 2 / (9 * freedom)
    let root = 1 - share + NormalDistribution.quantile(probability) * share.squareRoot()
    return freedom * root * root * root
  }

  @Test(arguments: [(5, 0.60, 2.87), (9, 0.68, 1.92), (13, 0.72, 1.65), (49, 0.83, 1.25)])
  func intervalsAreThoseOfTables(count: Int, low: Double, high: Double) {
    let interval = UniformityClaim.interval(count: count, quantile: quantile)
    #expect(abs(interval.lowerBound - low) < 0.006)
    #expect(abs(interval.upperBound / high - 1) < 0.045)
  }

  @Test func fewSitesAndNoisyMethodsDecideNothing() {
    let inflection = UniformityClaim(deviation: 0.63, noise: 0.57)
    #expect(inflection.verdict(count: 9, quantile: quantile) == .noise)
    let sigmoid = UniformityClaim(deviation: 0.63, noise: 0.10)
    #expect(sigmoid.verdict(count: 5, quantile: quantile) == .loose)
    #expect(sigmoid.verdict(count: 13, quantile: quantile) == .resolved)
    let largestCount = UniformityClaim(deviation: 0.01, noise: 0.0115)
    #expect(largestCount.verdict(count: 49, quantile: quantile) == .noise)
    let fit = UniformityClaim(deviation: 0.01, noise: 0.0004)
    #expect(fit.verdict(count: 13, quantile: quantile) == .resolved)
  }
}
