import FabNumerics
import FabQuality
import Testing

@Suite struct CapabilityTests {
  /// Mean 10, overall variance 20/11 (worked out by hand); within subgroups every range is 2, every variance 2.
  private let subgroups: [[Double]] = [
    [9, 11], [8, 10], [10, 12], [9, 11], [9, 11], [9, 11],
  ]

  @Test func indicesHaveTheirKnownValues() throws {
    let limits = try SpecificationLimits(lower: 5, upper: 14)
    let found = try CapabilityReport(subgroups, specification: limits)
    let within = 2.0.squareRoot()
    #expect(abs(found.withinSigma - within) < 1e-12)
    #expect(abs(try #require(found.cp).value - 9 / (6 * within)) < 1e-12)
    #expect(abs(found.cpk.value - 4 / (3 * within)) < 1e-12)
    let overall = (16.0 / 11).squareRoot()
    #expect(abs(found.statistics.standardDeviation - overall) < 1e-12)
    #expect(abs(try #require(found.pp).value - 9 / (6 * overall)) < 1e-12)
    #expect(abs(found.ppk.value - 4 / (3 * overall)) < 1e-12)
    #expect(found.observedOutside == 0)
    // scipy: stats.norm.cdf((5 - 10)/s) + stats.norm.sf((14 - 10)/s) with s = (16/11)**0.5
    let outside =
      NormalDistribution.probability(below: -5 / overall)
      + NormalDistribution.probability(below: -4 / overall)
    #expect(abs(found.expectedOutside - outside) < 1e-15)
    #expect(found.notes.contains { $0.hasPrefix("12 values") })
  }

  @Test func oneSidedLimitsHaveNoPotential() throws {
    let found = try CapabilityReport(
      subgroups,
      specification: try SpecificationLimits(lower: 9)
    )
    #expect(found.cp == nil)
    #expect(found.pp == nil)
    #expect(abs(found.cpk.value - 1 / (3 * 2.0.squareRoot())) < 1e-12)
    #expect(abs(found.observedOutside - 1.0 / 12) < 1e-12)
  }

  /// Intervals cover the true index about as often as they say.
  @Test func intervalsCoverTheTruth() throws {
    var random = Xoshiro256(seed: 12)
    let limits = try SpecificationLimits(lower: -4, upper: 5)
    var covered = (potential: 0, actual: 0, within: 0)
    for _ in 0..<1000 {
      let values = (0..<40).map { _ in [random.normalDeviate()] }
      let found = try CapabilityReport(values, specification: limits)
      if found.pp?.interval.contains(1.5) == true { covered.potential += 1 }
      if found.ppk.interval.contains(4.0 / 3) { covered.actual += 1 }
      if found.cpk.interval.contains(4.0 / 3) { covered.within += 1 }
    }
    // 950 within four standard errors; the equivalent freedom of moving ranges is rough.
    #expect(abs(covered.potential - 950) < 28)
    #expect(abs(covered.actual - 950) < 32)
    #expect(abs(covered.within - 950) < 40)
  }

  @Test func saysWhatIsNotNormal() throws {
    let values = (0..<60).map { [Double($0 * $0 * $0)] }
    let found = try CapabilityReport(values, specification: SpecificationLimits(upper: 1e6))
    #expect(found.notes.contains { $0.contains("hardly normal") })
    #expect(found.notes.count == 1)
  }

  @Test func refusesWhatHasNoIndex() throws {
    let limits = try SpecificationLimits(lower: 0)
    #expect(throws: QualityError.self) { try SpecificationLimits(lower: 2, upper: 1) }
    #expect(throws: QualityError.self) { try SpecificationLimits() }
    #expect(throws: QualityError.self) { try SpecificationLimits(lower: .nan) }
    #expect(throws: QualityError.noSpread) {
      try CapabilityReport([[1], [1], [1]], specification: limits)
    }
    #expect(throws: QualityError.notFinite(index: 1)) {
      try CapabilityReport([[1], [.nan]], specification: limits)
    }
  }
}
