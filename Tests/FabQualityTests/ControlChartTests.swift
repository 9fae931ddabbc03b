import FabQuality
import Foundation
import Testing

@Suite struct ControlChartTests {
  /// Zones as values: centre line 0, sigma 1.
  private func limits(_ statistic: ControlStatistic = .individual) -> ControlLimits {
    ControlLimits(
      statistic: statistic,
      centerLine: 0,
      lower: -3,
      upper: 3,
      pointSigma: 1,
      sigma: 1,
      baselineCount: 25,
      subgroupSize: 1
    )
  }

  private func signals(_ values: [Double], _ rule: ControlRule) throws -> [ControlViolation] {
    try ControlChart(values, limits: limits(), rules: [rule]).violations
  }

  /// Each series completes its rule at the index, and not one point earlier.
  private static let completed: [(ControlRule, [Double], [Int])] = [
    (.beyondLimit, [0, 3.01], [1]),
    (.nineOnOneSide, [-1] + Array(repeating: 0.1, count: 9), Array(1...9)),
    (.eightOnOneSide, [1] + Array(repeating: -0.1, count: 8), Array(1...8)),
    (.sixTrending, [0.5, 0, 0.1, 0.2, 0.3, 0.4, 0.5], Array(1...6)),
    (.sixTrending, [0.5, 0.9, 0.8, 0.7, 0.3, 0.2, 0.1], Array(1...6)),
    (.fourteenAlternating, (0..<14).map { $0 % 2 == 0 ? 0.5 : -0.5 }, Array(0..<14)),
    (.twoOfThreeBeyondTwo, [0, 2.1, -2.5, 2.1], [1, 3]),
    (.fourOfFiveBeyondOne, [-1.1, -1.2, 0.5, -1.1, -1.3], [0, 1, 3, 4]),
    (.fifteenWithinOne, [2] + Array(repeating: 1, count: 15), Array(1...15)),
    (.eightBeyondOne, [0] + (0..<8).map { $0 % 2 == 0 ? 1.1 : -1.1 }, Array(1...8)),
  ]

  @Test(arguments: completed)
  func ruleSignalsWhereItIsComplete(_ rule: ControlRule, _ values: [Double], _ points: [Int]) throws
  {
    let found = try signals(values, rule)
    #expect(found.map(\.index) == [values.count - 1])
    #expect(found.first?.points == points)
    #expect(found.first?.sentence == "point \(values.count): \(rule.sentence)")
    #expect(try signals(Array(values.dropLast()), rule).isEmpty)
  }

  @Test func everyRuleIsTried() {
    #expect(Set(Self.completed.map(\.0)) == Set(ControlRule.allCases))
    for (rule, values, _) in Self.completed { #expect(values.count >= rule.window) }
  }

  @Test func pointsOnZoneLinesCountInward() throws {
    #expect(try signals([3, -3], .beyondLimit).isEmpty)
    #expect(try signals([2, 2, 2], .twoOfThreeBeyondTwo).isEmpty)
    #expect(try signals(Array(repeating: 1, count: 5), .fourOfFiveBeyondOne).isEmpty)
    #expect(try signals(Array(repeating: 1, count: 8), .eightBeyondOne).isEmpty)
    #expect(try signals(Array(repeating: 0, count: 9), .nineOnOneSide).isEmpty)
    let broken = [0.1, 0.1, 0.1, 0.1, 0, 0.1, 0.1, 0.1, 0.1, 0.1]
    #expect(try signals(broken, .nineOnOneSide).isEmpty)
  }

  @Test func runsGoOnThroughPointsBeyondLimits() throws {
    let values = [1, 1, 1, 1, 5, 1, 1, 1, 1, 1.0]
    #expect(try signals(values, .nineOnOneSide).map(\.index) == [8, 9])
  }

  /// Worked out by hand: moving ranges 2, 3, 1, 2 with mean 2.
  @Test func individualsHaveTheirLimits() throws {
    let values: [Double] = [10, 12, 9, 10, 12]
    let found = try ControlBaseline.individuals(values)
    let sigma = 2 * Double.pi.squareRoot() / 2
    #expect(abs(found.individual.centerLine - 10.6) < 1e-12)
    #expect(abs(found.individual.sigma - sigma) < 1e-8)
    #expect(abs(found.individual.upper - (10.6 + 3 * sigma)) < 1e-7)
    // D4(2) = 3.267 of the tables.
    #expect(abs(found.movingRange.upper - 2 * 3.267) < 0.002)
    #expect(found.movingRange.lower == nil)
    #expect(found.individual.isBaselineShort)
    let chart = try ControlChart(values + [30], limits: found.individual)
    #expect(chart.violations.map(\.index) == [5])
    #expect(chart.notes.count == 1)
    let ranges = try ControlChart(values + [30], limits: found.movingRange)
    #expect(ranges.points.map(\.index) == [1, 2, 3, 4, 5])
    #expect(ranges.points.map(\.value) == [2, 3, 1, 2, 18])
    #expect(ranges.violations.map(\.points) == [[5]])
  }

  /// A2(4) = 0.729, D4(4) = 2.282, A3(4) = 1.628, B4(4) = 2.266, B3(7) = 0.118, D3(7) = 0.076 of Montgomery's tables.
  @Test func subgroupsHaveTheirLimits() throws {
    let subgroups = (0..<20).map { index in [0, 1, 2, 4].map { $0 + Double(index % 2) } }
    let ranges = try ControlBaseline.meansAndRanges(subgroups)
    #expect(ranges.mean.centerLine == 2.25)
    #expect(abs(ranges.mean.upper - (2.25 + 0.729 * 4)) < 0.003)
    #expect(abs(ranges.range.upper - 2.282 * 4) < 0.003)
    #expect(!ranges.mean.isBaselineShort)
    let deviations = try ControlBaseline.meansAndDeviations(subgroups)
    let spread = (8.75 / 3).squareRoot()
    #expect(abs(deviations.deviation.centerLine - spread) < 1e-12)
    #expect(abs(deviations.mean.upper - (2.25 + 1.628 * spread)) < 0.002)
    #expect(abs(deviations.deviation.upper - 2.266 * spread) < 0.002)
    let wide = (0..<20).map { _ in [0, 1, 2, 3, 4, 5, 6.0] }
    let lower = try #require(try ControlBaseline.meansAndRanges(wide).range.lower)
    #expect(abs(lower - 0.076 * 6) < 0.004)
    let chart = try ControlChart(
      subgroups + [[9, 9, 9, 9]],
      phases: [ControlPhase(name: "all", limits: ranges.mean)]
    )
    #expect(chart.violations.map(\.index) == [20])
  }

  @Test func weightedAverageHasTighterLimitsAtFirst() throws {
    var limits = limits(.weightedAverage)
    limits = ControlLimits(
      statistic: .weightedAverage,
      centerLine: 0,
      lower: -1,
      upper: 1,
      pointSigma: 1.0 / 3,
      sigma: 1,
      baselineCount: 25,
      subgroupSize: 1,
      parameters: ControlParameters(weight: 0.2)
    )
    let chart = try ControlChart([3.1, 0, 0], limits: limits)
    // The first limit is 3 * 0.2 = 0.6, the first average 0.62.
    #expect(abs(chart.points[0].value - 0.62) < 1e-12)
    #expect(abs(chart.points[0].upper - 0.6) < 1e-12)
    #expect(abs(chart.points[1].upper - 0.6 * (1 + 0.64).squareRoot()) < 1e-12)
    #expect(chart.violations.map(\.index) == [0])
  }

  @Test func sumsTellWhereTheShiftBegan() throws {
    let values = [0, 0, -1, 2, 2, 2, 2.0]
    let chart = try ControlChart(values, limits: cumulativeLimits)
    // Sums from index 3: 1.5, 3, 4.5, 6.
    #expect(chart.violations.map(\.index) == [6])
    #expect(chart.violations[0].points == [3, 4, 5, 6])
    #expect(chart.points.last?.value == 6)
    let low = try ControlChart(values.map { -$0 }, limits: cumulativeLimits)
    #expect(low.points.last?.value == -6)
    #expect(low.violations.map(\.points) == [[3, 4, 5, 6]])
  }

  private var cumulativeLimits: ControlLimits {
    ControlLimits(
      statistic: .cumulativeSum,
      centerLine: 0,
      lower: -5,
      upper: 5,
      pointSigma: 1,
      sigma: 1,
      baselineCount: 25,
      subgroupSize: 1
    )
  }

  @Test func phasesHaveLimitsAndRunsOfTheirOwn() throws {
    let moved = ControlLimits(
      statistic: .individual,
      centerLine: 10,
      lower: 7,
      upper: 13,
      pointSigma: 1,
      sigma: 1,
      baselineCount: 25,
      subgroupSize: 1
    )
    let values = Array(repeating: 0.5, count: 5) + Array(repeating: 10.5, count: 5)
    let chart = try ControlChart(
      values.map { [$0] },
      phases: [
        ControlPhase(name: "old", limits: limits()),
        ControlPhase(name: "new", limits: moved, start: 5),
      ],
      rules: [.nineOnOneSide, .beyondLimit]
    )
    #expect(chart.isInControl)
    #expect(chart.points.map(\.phase) == values.map { $0 < 5 ? "old" : "new" })
    #expect(try !ControlChart(values, limits: limits()).isInControl)
  }

  @Test func limitsSurviveTheirStore() throws {
    let limits = try ControlBaseline.individuals([1, 2, 1.5, 3, 0.1]).individual
    let data = try JSONEncoder().encode(limits)
    #expect(try JSONDecoder().decode(ControlLimits.self, from: data) == limits)
  }

  @Test func refusesWhatHasNoChart() throws {
    #expect(throws: QualityError.notFinite(index: 1)) {
      try ControlChart([0, .nan], limits: limits())
    }
    #expect(throws: QualityError.noSpread) { try ControlBaseline.individuals([1, 1, 1]) }
    #expect(throws: QualityError.notFinite(index: 1)) {
      try ControlBaseline.individuals([1, .infinity, 1])
    }
    #expect(throws: QualityError.mismatched(found: 1, expected: 2)) {
      try ControlBaseline.meansAndRanges([[1, 2], [1]])
    }
    #expect(throws: QualityError.unfitRule(.sixTrending, .weightedAverage)) {
      try ControlChart([0], limits: limits(.weightedAverage), rules: [.sixTrending])
    }
    #expect(throws: QualityError.self) {
      try ControlBaseline.cumulativeSum([1, 2], parameters: ControlParameters(decision: -1))
    }
  }
}
