import FabQuality
import Testing

@Suite struct GaugeStudyTests {
  /// Twenty parts, three operators, two repeats.
  ///
  /// > Source: D. C. Montgomery, G. C. Runger, Qual. Eng. 6, 115 (1993), doi 10.1080/08982119308918710.
  private static let published: [[[Double]]] = {
    let first = [
      21, 24, 20, 27, 19, 23, 22, 19, 24, 25, 21, 18, 23, 24, 29, 26, 20, 19, 25, 19,
    ]
    let firstAgain = [
      20, 23, 21, 27, 18, 21, 21, 17, 23, 23, 20, 19, 25, 24, 30, 26, 20, 21, 26, 19,
    ]
    let second = [
      20, 24, 19, 28, 19, 24, 22, 18, 25, 26, 20, 17, 25, 23, 30, 25, 19, 19, 25, 18,
    ]
    let secondAgain = [
      20, 24, 21, 26, 18, 21, 24, 20, 23, 25, 20, 19, 25, 25, 28, 26, 20, 19, 24, 17,
    ]
    let third = [
      19, 23, 20, 27, 18, 23, 22, 19, 24, 24, 21, 18, 25, 24, 31, 25, 20, 21, 25, 19,
    ]
    let thirdAgain = [
      21, 24, 22, 28, 21, 22, 20, 18, 24, 25, 20, 19, 25, 25, 30, 27, 20, 23, 25, 17,
    ]
    let columns = [(first, firstAgain), (second, secondAgain), (third, thirdAgain)]
    return (0..<20)
      .map { part in
        columns.map { [Double($0.0[part]), Double($0.1[part])] }
      }
  }()

  /// Montgomery prints mean squares of 62.39, 1.31, 0.71 and 0.99, and, the interaction pooled, variances of 10.25, 0.0106
  /// and 0.88.
  ///
  /// That of the interaction is `(0.712 - 0.992)/2`: negative.
  @Test func publishedStudyHasItsVariances() throws {
    let study = try GaugeStudy(Self.published, tolerance: 55)
    #expect(study.isInteractionPooled)
    #expect(abs(study.interactionPValue - 0.861) < 0.001)
    func variance(_ source: GaugeSource) throws -> Double {
      try #require(study.components[source]).variance
    }
    #expect(abs(try variance(.parts) - 10.2513) < 0.0005)
    #expect(abs(try variance(.operators) - 0.0106) < 0.0001)
    #expect(abs(try variance(.repeatability) - 0.8832) < 0.0005)
    #expect(abs(study.gauge.variance - 0.8938) < 0.0005)
    // 6 * 0.945/55 = 10.3 % of the tolerance.
    #expect(abs(try #require(study.gauge.percentTolerance) - 10.31) < 0.01)
    #expect(study.toleranceVerdict == .marginal)
    #expect(abs(study.gauge.percentStudyVariation - 28.32) < 0.02)
    #expect(study.verdict == .marginal)
    #expect(study.distinctCategories == 4)
    let full = try GaugeStudy(Self.published, poolingThreshold: 1)
    let interaction = try #require(full.components[.interaction])
    #expect(interaction.wasNegative)
    #expect(interaction.variance == 0)
    #expect(abs(try #require(full.components[.parts]).variance - (62.3908 - 0.7118) / 6) < 1e-4)
    #expect(full.notes.count == 1)
    #expect(full.gauge.percentTolerance == nil)
    #expect(full.toleranceVerdict == nil)
  }

  /// The sums of squares with `numpy`, the p value with `scipy.stats.f.sf`.
  @Test func interactionIsKeptWhereItShows() throws {
    let values: [[[Double]]] = [
      [[12.5, 11.7], [12.0, 11.7], [12.5, 12.6]], [[14.8, 15.0], [14.0, 14.3], [14.5, 14.9]],
      [[10.1, 10.4], [9.6, 10.0], [10.1, 9.8]], [[13.6, 13.4], [13.2, 13.2], [13.6, 13.6]],
      [[16.0, 16.2], [15.9, 15.6], [15.6, 15.6]],
    ]
    let study = try GaugeStudy(values, tolerance: 8)
    #expect(!study.isInteractionPooled)
    #expect(abs(study.interactionPValue - 0.13745201835021464) < 1e-10)
    #expect(abs(study.gauge.variance - 0.11333333333333509) < 1e-12)
    #expect(abs(study.gauge.percentStudyVariation - 14.866547272010322) < 1e-9)
    #expect(abs(try #require(study.gauge.percentTolerance) - 25.24876234590539) < 1e-9)
    #expect(study.distinctCategories == 9)
    #expect(study.notes.isEmpty)
  }

  @Test func verdictsHaveTheirBorders() {
    #expect(GaugeVerdict(percent: 9.99) == .good)
    #expect(GaugeVerdict(percent: 10) == .marginal)
    #expect(GaugeVerdict(percent: 30) == .marginal)
    #expect(GaugeVerdict(percent: 30.01) == .unacceptable)
  }

  @Test func refusesIncompleteStudies() {
    #expect(throws: QualityError.tooFew(found: 1, needed: 2)) {
      try GaugeStudy([[[1, 2], [1, 2]]])
    }
    #expect(throws: QualityError.mismatched(found: 1, expected: 2)) {
      try GaugeStudy([[[1, 2], [1, 2]], [[1, 2], [1]]])
    }
    #expect(throws: QualityError.notFinite(index: 1)) {
      try GaugeStudy([[[1, 2], [1, 2]], [[1, 2], [1, .nan]]])
    }
    #expect(throws: QualityError.noSpread) {
      try GaugeStudy([[[1, 1], [1, 1]], [[1, 1], [1, 1]]])
    }
  }
}
