import FabNumerics
import Foundation
import Testing

/// Values to 20 digits, made with `python3 -c "import mpmath as m; m.mp.dps = 60; print(m.lambertw(m.exp(x)))"`,
/// `m.lambertw(x)`, `m.sqrt(2) * m.erfinv(2 * p - 1)`, `m.betainc(a, b, 0, x, regularized=True)` and
/// `scipy.stats.t.ppf(p, nu)` (mpmath 1.3.0, SciPy 1.17.1).
@Suite struct SpecialFunctionTests {
  private static let omegas: [(Double, Double)] = [
    (-700, 9.8596765437597708567e-305),
    (-60, 8.7565107626965203385e-27),
    (-49.5, 3.1799709001977494982e-22),
    (-5, 0.0066930004977309932744),
    (-2, 0.12002823898764122948),
    (-1.5, 0.18537491844893980153),
    (0, 0.567143290409783873),
    (0.5, 0.76624860816175025888),
    (1, 1.0),
    (1.5, 1.264959720125500542),
    (10, 7.9294200950196973486),
    (1000, 993.09916947238910439),
    (1e10, 9999999976.9741490724),
    (1e25, 1.0e+25),
  ]
  private static let lamberts: [(Double, Double)] = [
    (-0.3678, -0.97936071495783051713),
    (-0.3, -0.48940222718021493357),
    (-0.05, -0.052705983551546351049),
    (1e-10, 9.9999999990000003645e-11),
    (0.05, 0.047672308600129377252),
    (0.4, 0.2971677506731385595),
    (1, 0.567143290409783873),
    (10, 1.7455280027406993831),
    (1e300, 684.24720862976084929),
  ]
  private static let normals: [(Double, Double)] = [
    (1e-300, -37.047096299361199237),
    (1e-12, -7.0344838253011319326),
    (0.001, -3.0902323061678135354),
    (0.1, -1.2815515655446004353),
    (0.5, 0.0),
    (0.7, 0.52440051270804065631),
    (0.975, 1.9599639845400538556),
    (0.999999, 4.7534243088170877657),
  ]
  private static let students: [(Double, Double, Double)] = [
    (1, 0.975, 12.706204736174694),
    (3, 0.975, 3.1824463052837078),
    (10, 0.95, 1.8124611228116756),
    (30, 0.995, 2.7499956535672254),
    (1000, 0.975, 1.9623390808264083),
    (2.5, 0.6, 0.2814595127485477),
  ]
  private static let betas: [(Double, Double, Double, Double)] = [
    (0.1, 2, 3, 0.0523000000000000054),
    (0.5, 0.5, 0.5, 0.5),
    (0.9, 10, 1, 0.348678440100000086),
    (0.3, 50, 120, 0.575556705163632616),
  ]

  @Test(arguments: omegas) func wrightOmegaHasPublishedValues(x: Double, expected: Double) {
    let condition = max(1, abs(x) / (1 + expected))
    #expect(abs(wrightOmega(x) - expected) <= 4e-16 * condition * expected)
  }

  @Test func wrightOmegaSolvesItsEquation() {
    for x in stride(from: -40.0, through: 200, by: 0.37) {
      let omega = wrightOmega(x)
      #expect(abs(omega + log(omega) - x) <= 4e-16 * max(1, abs(x), omega))
    }
  }

  @Test func wrightOmegaHasItsLimits() {
    #expect(wrightOmega(-.infinity) == 0)
    #expect(wrightOmega(.infinity) == .infinity)
    #expect(wrightOmega(.nan).isNaN)
    #expect(wrightOmega(1) == 1)
  }

  @Test(arguments: lamberts) func lambertHasPublishedValues(x: Double, expected: Double) {
    // Near the branch point the root doubles: half the digits of x + 1/e are lost.
    let tolerance = x < -0.35 ? 1e-11 : 2e-15
    #expect(abs(lambertW0(x) - expected) <= tolerance * abs(expected))
  }

  @Test func lambertEndsAtTheBranchPoint() {
    #expect(abs(lambertW0(-1 / M_E) + 1) < 1e-7)
    #expect(lambertW0(-0.5).isNaN)
    #expect(lambertW0(0) == 0)
  }

  @Test(arguments: normals) func normalQuantileHasPublishedValues(p: Double, expected: Double) {
    #expect(abs(NormalDistribution.quantile(p) - expected) <= 2e-15 * max(1, abs(expected)))
  }

  @Test func normalQuantileInvertsTheProbability() {
    for x in stride(from: -8.0, through: 5, by: 0.13) {
      let back = NormalDistribution.quantile(NormalDistribution.probability(below: x))
      #expect(abs(back - x) < 1e-9)
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test(arguments: students)
  func studentQuantileHasPublishedValues(nu: Double, p: Double, expected: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: nu)
    #expect(abs(distribution.quantile(p) - expected) <= 1e-11 * expected)
    #expect(abs(distribution.quantile(1 - p) + expected) <= 1e-11 * expected)
    #expect(abs(distribution.probability(below: expected) - p) <= 1e-13)
  }

  @Test(arguments: betas)
  func betaHasPublishedValues(x: Double, a: Double, b: Double, expected: Double) {
    #expect(abs(regularizedIncompleteBeta(x, a, b) - expected) <= 1e-13 * expected)
    #expect(abs(regularizedIncompleteBeta(1 - x, b, a) - (1 - expected)) <= 1e-13)
  }
}
