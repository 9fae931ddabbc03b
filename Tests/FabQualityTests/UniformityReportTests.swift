import FabNumerics
import FabQuality
import Foundation
import Testing

@Suite struct UniformityReportTests {
  private func plan(_ rings: RingPlan) throws -> [SamplingSite] {
    try SamplingPlan(rings, waferRadius: 50, edgeExclusion: 5).sites
  }

  /// Worked out by hand; the interval of the spread with `scipy.stats.chi2.ppf`.
  @Test func figuresHaveTheirKnownValues() throws {
    let values: [Double?] = [250, 252, 248, 251, 249]
    let report = try UniformityReport(values, at: plan(.five), unit: "nm", edgeExclusion: 5)
    func value(_ measure: UniformityMeasure) throws -> Double {
      try #require(report[measure]?.value)
    }
    #expect(try value(.mean) == 250)
    #expect(abs(try value(.standardDeviation) - 2.5.squareRoot()) < 1e-12)
    #expect(abs(try value(.relativeDeviation) - 0.4 * 2.5.squareRoot()) < 1e-12)
    #expect(abs(try value(.halfRangeOverMean) - 0.8) < 1e-12)
    #expect(abs(try value(.contrast) - 0.8) < 1e-12)
    #expect(try value(.range) == 4)
    #expect(try value(.interquartileRange) == 2)
    let spread = try #require(report[.standardDeviation]?.interval)
    #expect(abs(spread.lowerBound - (10 / 11.143286781877796).squareRoot()) < 1e-9)
    #expect(abs(spread.upperBound - (10 / 0.4844185570879299).squareRoot()) < 1e-9)
    #expect(report[.mean]?.interval?.contains(250) == true)
    #expect(report[.contrast]?.unit == "%")
    #expect(report[.range]?.unit == "nm")
    #expect(report.figures.map(\.measure) == UniformityMeasure.allCases)
    #expect(Set(report.figures.map(\.formula)).count == UniformityMeasure.allCases.count)
  }

  /// Half range and contrast differ where the extremes aren't symmetric about the mean.
  @Test func halfRangeIsNotTheContrast() throws {
    let values: [Double?] = [100, 100, 100, 100, 150]
    let report = try UniformityReport(values, at: plan(.five), unit: "nm", edgeExclusion: 5)
    #expect(abs(try #require(report[.halfRangeOverMean]?.value) - 50 / 2.2) < 1e-9)
    #expect(abs(try #require(report[.contrast]?.value) - 20) < 1e-9)
  }

  @Test func tiltAndBowlComeApart() throws {
    let sites = try plan(.thirteen)
    let values = sites.map { 100 + 0.1 * $0.x - 2 * pow($0.radius / 45, 2) }
    let report = try UniformityReport(values, at: sites, unit: "nm", edgeExclusion: 5)
    #expect(abs(try #require(report[.tiltComponent]?.value) - 9) < 1e-9)
    #expect(abs(try #require(report[.radialComponent]?.value) + 2) < 1e-9)
    #expect(try #require(report[.residualDeviation]?.value) < 1e-9)
    let shape = try #require(WaferShape(values, at: sites))
    #expect(abs(shape.tiltDirection) < 1e-9)
    let level = shape.removingPlane(from: values, at: sites)
    #expect(abs(level.reduce(0, +) - values.reduce(0, +)) < 1e-9)
    #expect(abs(try #require(WaferShape(level, at: sites)).tilt) < 1e-9)
  }

  @Test func saysWhatHasNoValue() throws {
    let sites = try plan(.five)
    let report = try UniformityReport([-1, 1, -1, 1, 0], at: sites, unit: "nm", edgeExclusion: 5)
    #expect(report[.relativeDeviation]?.value == nil)
    #expect(report[.relativeDeviation]?.reason != nil)
    let ring = sites.dropFirst().map { $0 }
    let flat = try UniformityReport([1, 2, 3, 4], at: ring, unit: "nm", edgeExclusion: 5)
    #expect(flat[.radialComponent]?.value == nil)
  }

  @Test func missingValuesAreCountedAndDefectiveOnesRefused() throws {
    let sites = try plan(.five)
    let report = try UniformityReport([1, nil, 3, nil, 2], at: sites, unit: "", edgeExclusion: 5)
    #expect(report.count == 3)
    #expect(report.missing == 2)
    #expect(report[.mean]?.value == 2)
    #expect(throws: QualityError.notFinite(index: 1)) {
      try UniformityReport([1, .nan, 3, 4, 5], at: sites, unit: "", edgeExclusion: 5)
    }
    #expect(throws: QualityError.mismatched(found: 1, expected: 5)) {
      try UniformityReport([1], at: sites, unit: "", edgeExclusion: 5)
    }
    #expect(throws: QualityError.tooFew(found: 1, needed: 2)) {
      try UniformityReport([1, nil, nil, nil, nil], at: sites, unit: "", edgeExclusion: 5)
    }
  }
}
