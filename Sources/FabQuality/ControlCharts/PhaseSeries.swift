import FabNumerics
import Foundation

/// The points and signals of one phase.
struct PhaseSeries {
  private let phase: ControlPhase
  private let rules: [ControlRule]
  private(set) var points: [ControlPoint] = []
  private(set) var violations: [ControlViolation] = []
  private var zones: [Double] = []

  init(phase: ControlPhase, rules: Set<ControlRule>) {
    self.phase = phase
    self.rules = ControlRule.allCases.filter(rules.contains)
  }

  mutating func read(_ subgroups: [[Double]]) throws(QualityError) {
    let limits = phase.limits
    try limits.parameters.check()
    guard limits.sigma > 0, limits.pointSigma > 0, limits.sigma.isFinite else {
      throw .noSpread
    }
    for (index, subgroup) in subgroups.enumerated() {
      guard subgroup.count == limits.subgroupSize else {
        throw .mismatched(found: subgroup.count, expected: limits.subgroupSize)
      }
      for value in subgroup where !value.isFinite { throw .notFinite(index: phase.start + index) }
    }
    switch limits.statistic {
    case .individual:
      plot(subgroups.map { $0[0] })
    case .movingRange:
      plot(zip(subgroups, subgroups.dropFirst()).map { abs($1[0] - $0[0]) }, offset: 1)
    case .meanByRange, .meanByDeviation:
      plot(subgroups.map { SampleStatistics($0)?.mean ?? 0 })
    case .range:
      plot(subgroups.map { SampleStatistics($0)?.range ?? 0 })
    case .deviation:
      plot(subgroups.map { SampleStatistics($0)?.standardDeviation ?? 0 })
    case .weightedAverage:
      plotWeightedAverage(subgroups.map { $0[0] })
    case .cumulativeSum:
      plotSums(subgroups.map { $0[0] })
    }
  }

  private mutating func plot(_ values: [Double], offset: Int = 0) {
    let limits = phase.limits
    let lower = limits.lower.map { ($0 - limits.centerLine) / limits.pointSigma } ?? -.infinity
    let upper = (limits.upper - limits.centerLine) / limits.pointSigma
    var monitor = RuleMonitor(lower: lower, upper: upper)
    for (index, value) in values.enumerated() {
      let zone = (value - limits.centerLine) / limits.pointSigma
      monitor.add(zone)
      zones.append(zone)
      add(value, limits.lower, limits.upper, at: index + offset)
      for rule in rules where monitor.signals(rule) { report(rule, at: index, offset: offset) }
    }
  }

  /// Limits are exact for every point: the average of few values varies less.
  private mutating func plotWeightedAverage(_ values: [Double]) {
    let limits = phase.limits
    let weight = limits.parameters.weight
    var average = limits.centerLine
    for (index, value) in values.enumerated() {
      average += weight * (value - average)
      let growth = 1 - pow(1 - weight, 2 * Double(index + 1))
      let half = limits.parameters.width * limits.pointSigma * growth.squareRoot()
      let lower = limits.centerLine - half
      let upper = limits.centerLine + half
      add(average, lower, upper, at: index)
      guard rules.contains(.beyondLimit), average > upper || average < lower else { continue }
      let side = average > upper ? "above" : "below"
      violate(
        .beyondLimit,
        index,
        [index],
        "the weighted average lies \(side) its limit"
      )
    }
  }

  private mutating func plotSums(_ values: [Double]) {
    let limits = phase.limits
    let reference = limits.parameters.reference
    let decision = limits.parameters.decision
    var (high, low) = (0.0, 0.0)
    var (highStart, lowStart) = (0, 0)
    for (index, value) in values.enumerated() {
      let deviate = (value - limits.centerLine) / limits.sigma
      high = max(0, high + deviate - reference)
      low = max(0, low - deviate - reference)
      if high == 0 { highStart = index + 1 }
      if low == 0 { lowStart = index + 1 }
      add(high >= low ? high : -low, -decision, decision, at: index)
      guard rules.contains(.beyondLimit) else { continue }
      if high > decision {
        violate(
          .beyondLimit,
          index,
          Array(highStart...index),
          "the sum above the target passes the decision interval; the shift began near"
            + " \(phase.start + highStart + 1)"
        )
      }
      if low > decision {
        violate(
          .beyondLimit,
          index,
          Array(lowStart...index),
          "the sum below the target passes the decision interval; the shift began near"
            + " \(phase.start + lowStart + 1)"
        )
      }
    }
  }

  private mutating func add(_ value: Double, _ lower: Double?, _ upper: Double, at index: Int) {
    points.append(
      ControlPoint(
        index: phase.start + index,
        value: value,
        lower: lower,
        upper: upper,
        phase: phase.name
      )
    )
  }

  private mutating func report(_ rule: ControlRule, at index: Int, offset: Int) {
    let window = Array(max(0, index - rule.window + 1)...index)
    let sign = zones[index] > 0 ? 1.0 : -1.0
    let involved =
      switch rule {
      case .twoOfThreeBeyondTwo: window.filter { sign * zones[$0] > 2 }
      case .fourOfFiveBeyondOne: window.filter { sign * zones[$0] > 1 }
      case .beyondLimit, .nineOnOneSide, .sixTrending, .fourteenAlternating, .fifteenWithinOne,
        .eightBeyondOne, .eightOnOneSide:
        window
      }
    violate(rule, index + offset, involved.map { $0 + offset }, rule.sentence)
  }

  private mutating func violate(
    _ rule: ControlRule,
    _ index: Int,
    _ involved: [Int],
    _ text: String
  ) {
    violations.append(
      ControlViolation(
        index: phase.start + index,
        rule: rule,
        points: involved.map { phase.start + $0 },
        sentence: "point \(phase.start + index + 1): \(text)"
      )
    )
  }
}
