import FabNumerics
import Foundation
import Testing

@Suite struct PrincipalComponentsTests {
  /// Curves of three known directions with variances 9, 1 and 0.04.
  private static func curves(_ count: Int, points: Int) -> [[Double]] {
    var generator = Xoshiro256(seed: 5)
    return (0..<count)
      .map { _ in
        let z = (0..<3).map { _ in generator.normalDeviate() }
        return (0..<points)
          .map { point in
            let x = 2 * Double.pi * Double(point) / Double(points)
            return 7 + 3 * z[0] * cos(x) + z[1] * sin(x) + 0.2 * z[2] * cos(2 * x)
          }
      }
  }

  @Test func curvesAreTheSumOfTheirComponents() throws {
    let curves = Self.curves(60, points: 33)
    let analysis = try #require(PrincipalComponents(curves, limit: 8, share: 1))
    #expect(analysis.components.count == 3)
    #expect(analysis.explainedShare > 1 - 1e-12)
    for (curve, scores) in zip(curves, analysis.scores) {
      for point in curve.indices {
        var value = analysis.mean[point]
        for (component, score) in zip(analysis.components, scores) {
          value += score * component[point]
        }
        #expect(abs(value - curve[point]) < 1e-9)
      }
    }
  }

  @Test func scoresAreUncorrelatedWithVarianceOne() throws {
    let analysis = try #require(
      PrincipalComponents(Self.curves(200, points: 20), limit: 8, share: 1)
    )
    for one in 0..<3 {
      for other in 0..<3 {
        let moment = analysis.scores.reduce(0) { $0 + $1[one] * $1[other] } / 199
        #expect(abs(moment - (one == other ? 1 : 0)) < 1e-9)
      }
    }
    // Components are orthogonal and ordered by what they carry.
    let sizes = analysis.components.map { $0.reduce(0) { $0 + $1 * $1 } }
    #expect(sizes[0] > sizes[1] && sizes[1] > sizes[2])
    let product = zip(analysis.components[0], analysis.components[1]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(product) < 1e-9 * sizes[0])
  }

  @Test func variancesAddUpAtEachPoint() throws {
    let analysis = try #require(
      PrincipalComponents(Self.curves(100, points: 16), limit: 8, share: 1)
    )
    for point in 0..<16 {
      let sum = analysis.components.reduce(0) { $0 + $1[point] * $1[point] }
      #expect(abs(sum.squareRoot() - analysis.standardDeviations[point]) < 1e-9)
    }
  }

  @Test func onlyAsManyAreKeptAsAreAskedFor() throws {
    let curves = Self.curves(100, points: 16)
    #expect(try #require(PrincipalComponents(curves, limit: 8, share: 0.8)).components.count == 1)
    #expect(try #require(PrincipalComponents(curves, limit: 2, share: 1)).components.count == 2)
  }

  @Test func equalCurvesHaveNone() throws {
    let curve = [1.0, 0.1, 0.7]
    let analysis = try #require(
      PrincipalComponents([curve, curve, curve], limit: 4, share: 0.99)
    )
    #expect(analysis.components.isEmpty && analysis.scores == [[], [], []])
    #expect(zip(analysis.mean, curve).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(PrincipalComponents([], limit: 1, share: 1) == nil)
    #expect(PrincipalComponents([[1], [1, 2]], limit: 1, share: 1) == nil)
    #expect(PrincipalComponents([[.nan], [1]], limit: 1, share: 1) == nil)
  }
}
