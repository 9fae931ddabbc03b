import FabNumerics
import Testing

/// Values of SciPy 1.17.1: `stats.chi2`, `stats.f`, `stats.poisson` and `stats.binom` with `ppf`, `cdf` and
/// `sf`.
@Suite struct DistributionTests {
  private static let chiSquareQuantiles: [(Double, Double, Double)] = [
    (1, 0.05, 0.003932140000019522), (4, 0.025, 0.4844185570879299),
    (4, 0.975, 11.143286781877796), (8, 0.975, 17.534546139484647),
    (48, 0.025, 30.754505709372925), (48, 0.975, 69.02258578966607),
    (0.5, 0.3, 0.010982604948550948), (1000, 0.999, 1143.9170926196791),
  ]
  private static let chiSquareTails: [(Double, Double, Double, Double)] = [
    (1, 3.841458820694124, 0.9500000000000001, 0.04999999999999989),
    (4, 0.3, 0.010185827111183524, 0.9898141728888165),
    (10, 25, 0.9946544945128659, 0.005345505487134069),
    (100, 60, 0.0005188914625480344, 0.999481108537452),
    (3, 200, 1.0, 4.218541107192018e-43),
    (2000, 2000, 0.5042052441802155, 0.4957947558197845),
  ]
  private static let ratioQuantiles: [(Double, Double, Double, Double)] = [
    (3, 10, 0.95, 3.7082648190468435), (1, 1, 0.9, 39.86345818906141),
    (9, 2, 0.05, 0.23493509651612096), (40, 120, 0.99, 1.7628487819469558), (5, 5, 0.5, 1),
  ]
  private static let ratioTails: [(Double, Double, Double, Double)] = [
    (3, 10, 4.2, 0.0364379359937082), (9, 2, 0.2, 0.9653502513810186),
    (40, 120, 1.9, 0.004136993734026896),
  ]
  private static let poissonTails: [(Double, Int, Double, Double)] = [
    (3.2, 0, 0.04076220397836622, 1), (3.2, 5, 0.8945918945308227, 0.2193874889326958),
    (50, 30, 0.0015940273186063067, 0.999083171138544),
    (50, 80, 0.9999656416187839, 5.665035528647486e-05),
  ]
  private static let binomialTails: [(Int, Double, Int, Double, Double)] = [
    (101, 0.9, 85, 0.04315877092646304, 0.9774720181581216),
    (101, 0.9, 95, 0.9458096938953218, 0.11119774254099926),
    (10, 0.01, 0, 0.9043820750088045, 1), (10, 0.5, 10, 1, 0.0009765625),
    (20, 0.3, 7, 0.7722717974181608, 0.3919901877990756),
  ]

  @Test(arguments: chiSquareQuantiles)
  func chiSquareQuantileHasPublishedValues(freedom: Double, p: Double, expected: Double) {
    let found = ChiSquareDistribution(degreesOfFreedom: freedom).quantile(p)
    #expect(abs(found - expected) <= 1e-11 * expected)
  }

  @Test(arguments: chiSquareTails)
  func chiSquareTailsHavePublishedValues(
    freedom: Double,
    x: Double,
    below: Double,
    above: Double
  ) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: freedom)
    #expect(abs(distribution.probability(below: x) - below) <= 1e-11 * below)
    #expect(abs(distribution.probability(above: x) - above) <= 1e-11 * above)
  }

  @Test func chiSquareOfTwoDegreesIsExponential() {
    let distribution = ChiSquareDistribution(degreesOfFreedom: 2)
    for p in [0.01, 0.3, 0.5, 0.99] {
      let twofold = ChiSquareDistribution(degreesOfFreedom: 2).quantile(p) / 2
      #expect(abs(PoissonDistribution(mean: twofold).probability(upTo: 0) - (1 - p)) < 1e-12)
    }
    #expect(distribution.probability(below: -1) == 0)
    #expect(distribution.probability(above: -1) == 1)
    #expect(distribution.probability(above: .infinity) == 0)
  }

  @Test(arguments: ratioQuantiles)
  func ratioQuantileHasPublishedValues(a: Double, b: Double, p: Double, expected: Double) {
    let found = FDistribution(numeratorFreedom: a, denominatorFreedom: b).quantile(p)
    #expect(abs(found - expected) <= 1e-10 * expected)
  }

  @Test(arguments: ratioTails)
  func ratioTailHasPublishedValues(a: Double, b: Double, x: Double, above: Double) {
    let distribution = FDistribution(numeratorFreedom: a, denominatorFreedom: b)
    #expect(abs(distribution.probability(above: x) - above) <= 1e-11 * above)
    #expect(abs(distribution.probability(below: x) - (1 - above)) <= 1e-12)
  }

  @Test(arguments: poissonTails)
  func poissonTailsHavePublishedValues(mean: Double, count: Int, upTo: Double, from: Double) {
    let distribution = PoissonDistribution(mean: mean)
    #expect(abs(distribution.probability(upTo: count) - upTo) <= 1e-12 * upTo)
    #expect(abs(distribution.probability(from: count) - from) <= 1e-11 * from)
  }

  @Test(arguments: binomialTails)
  func binomialTailsHavePublishedValues(
    trials: Int,
    share: Double,
    count: Int,
    upTo: Double,
    from: Double
  ) {
    let distribution = BinomialDistribution(trials: trials, share: share)
    #expect(abs(distribution.probability(upTo: count) - upTo) <= 1e-11 * upTo)
    #expect(abs(distribution.probability(from: count) - from) <= 1e-11 * from)
  }
}
