import FabNumerics
import FabQuality
import Foundation
import Testing

@Suite struct SurfaceFitTests {
  /// Thickness of a film from a small source at an offset, relative to the wafer's centre.
  private struct Dome {
    var exponent: Double
    var distance: Double
    var offsetX: Double
    var offsetY: Double

    func value(x: Double, y: Double) -> Double {
      let square = pow(x - offsetX, 2) + pow(y - offsetY, 2)
      let center = pow(offsetX, 2) + pow(offsetY, 2)
      let height = distance * distance
      return pow((height + square) / (height + center), -(exponent + 3) / 2)
    }
  }

  private func error(
    of rings: RingPlan,
    _ surface: ([Double], [SamplingSite]) throws -> (Double, Double) -> Double?
  ) throws -> Double {
    let sites = try SamplingPlan(rings, waferRadius: 50, edgeExclusion: 5).sites
    var random = Xoshiro256(seed: 11)
    var sum = 0.0
    var count = 0
    for run in 0..<60 {
      let angle = 2 * Double.pi * random.uniformDeviate()
      let dome = Dome(
        exponent: Double(1 + run % 3),
        distance: 300 + 100 * random.uniformDeviate(),
        offsetX: 50 * cos(angle),
        offsetY: 50 * sin(angle)
      )
      let values = sites.map { site in
        dome.value(x: site.x, y: site.y) * (1 + 0.005 * random.normalDeviate())
      }
      let fit = try surface(values, sites)
      for x in stride(from: -40.0, through: 40, by: 10) {
        for y in stride(from: -40.0, through: 40, by: 10) {
          guard let found = fit(x, y) else { continue }
          let truth = dome.value(x: x, y: y)
          sum += pow(found / truth - 1, 2)
          count += 1
        }
      }
    }
    return 100 * (sum / Double(count)).squareRoot()
  }

  /// Our trial runs, in percent: quadratic 0.50, 0.30, 0.23, 0.18 of 9, 13, 25, 49 sites, cubic 0.19 of 49.
  ///
  /// The domes of those runs weren't kept; 50 mm off the axis and 300 to 400 mm away gives their figures. That of nine
  /// sites depends on the angles of the rings, which are ours.
  @Test func surfacesComeAsNearAsTheTableSays() throws {
    func polynomial(_ order: Int, _ rings: RingPlan) throws -> Double {
      try error(of: rings) { values, sites in
        let fit = try SurfaceFit(values, at: sites, order: order)
        return { fit.value(x: $0, y: $1) }
      }
    }
    let quadratic = try RingPlan.allCases.filter { $0 != .five }.map { try polynomial(2, $0) }
    let expected = [0.50, 0.30, 0.23, 0.18]
    #expect(abs(quadratic[0] - expected[0]) < 0.12)
    for (found, table) in zip(quadratic, expected).dropFirst() {
      #expect(abs(found - table) < 0.03)
    }
    #expect(zip(quadratic, quadratic.dropFirst()).allSatisfy { $0 > $1 })
    #expect(abs(try polynomial(3, .fortyNine) - 0.19) < 0.03)
    let spline = try error(of: .fortyNine) { values, sites in
      let fit = try ThinPlateSpline(values, at: sites)
      return { fit.value(x: $0, y: $1) }
    }
    #expect(abs(spline - 0.39) < 0.06)
    #expect(spline > 1.5 * quadratic[3])
    let chosen = try error(of: .fortyNine) { values, sites in
      let fit = try SurfaceFit(values, at: sites)
      return { fit.value(x: $0, y: $1) }
    }
    #expect(chosen < 0.22)
  }

  /// The closed form against fits that really leave a site out.
  @Test func leaveOneOutErrorIsThatOfFitsWithoutTheSite() throws {
    let sites = try SamplingPlan(.thirteen, waferRadius: 50, edgeExclusion: 5).sites
    var random = Xoshiro256(seed: 3)
    let values = sites.map { 10 + 0.1 * $0.x + random.normalDeviate() }
    let fit = try SurfaceFit(values, at: sites, order: 1)
    // A site of the outer ring lies on the reach of the others, so that none is extrapolated.
    var sum = 0.0
    for left in sites.indices {
      let others = sites.indices.filter { $0 != left }
      let without = try SurfaceFit(
        others.map { values[$0] },
        at: others.map { sites[$0] },
        order: 1
      )
      let predicted = try #require(without.value(x: sites[left].x, y: sites[left].y))
      sum += pow(values[left] - predicted, 2)
    }
    #expect(abs(fit.leaveOneOutError - (sum / 13).squareRoot()) < 1e-10)
  }

  @Test(arguments: 0...4) func choosesTheOrderOfTheTruth(_ order: Int) throws {
    let sites = try SamplingPlan(.fortyNine, waferRadius: 50, edgeExclusion: 5).sites
    var random = Xoshiro256(seed: 21)
    let values = sites.map { site in
      let u = site.x / 45
      let v = site.y / 45
      return pow(u, Double(order)) * 5 + pow(v, Double(order)) * 3 + 0.01 * random.normalDeviate()
    }
    let fit = try SurfaceFit(values, at: sites)
    #expect(fit.order == order)
    #expect(Set(fit.errorsByOrder.keys) == Set(0...4))
    #expect(abs(fit.residualDeviation - 0.01) < 0.004)
  }

  @Test func nothingIsExtrapolated() throws {
    let sites = try SamplingPlan(.fortyNine, waferRadius: 50, edgeExclusion: 5).sites
    let values = sites.map { $0.x }
    let fit = try SurfaceFit(values, at: sites)
    #expect(fit.value(x: 45, y: 0) != nil)
    #expect(fit.value(x: 46, y: 0) == nil)
    #expect(fit.standardError(x: 46, y: 0) == nil)
    let spline = try ThinPlateSpline(values, at: sites)
    #expect(abs(try #require(spline.value(x: 12, y: 3)) - 12) < 1e-8)
    #expect(spline.value(x: 0, y: -46) == nil)
  }

  @Test func splinePassesThroughItsValues() throws {
    let sites = try SamplingPlan(.twentyFive, waferRadius: 50, edgeExclusion: 5).sites
    let values = sites.map { sin($0.x / 10) * cos($0.y / 20) }
    let spline = try ThinPlateSpline(values, at: sites)
    for (site, value) in zip(sites, values) {
      #expect(abs(try #require(spline.value(x: site.x, y: site.y)) - value) < 1e-9)
    }
  }

  @Test func refusesWhatHasNoSurface() throws {
    let sites = try SamplingPlan(.five, waferRadius: 50, edgeExclusion: 5).sites
    #expect(throws: QualityError.degenerateSites) {
      try SurfaceFit([1, 2, 3, 4, 5], at: sites, order: 2)
    }
    #expect(throws: QualityError.tooFew(found: 5, needed: 25)) {
      try ThinPlateSpline([1, 2, 3, 4, 5], at: sites)
    }
    #expect(throws: QualityError.notFinite(index: 4)) {
      try SurfaceFit([1, 2, 3, 4, .infinity], at: sites)
    }
    let twice = try SamplingPlan(.twentyFive, waferRadius: 50, edgeExclusion: 5).sites + [sites[0]]
    #expect(throws: QualityError.degenerateSites) {
      try ThinPlateSpline(Array(repeating: 1, count: 26), at: twice)
    }
  }
}
