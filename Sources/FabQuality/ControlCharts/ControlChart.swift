import FabNumerics

/// A series against frozen limits: the points, and where rules signal.
public struct ControlChart: Hashable, Sendable {
  /// What the chart plots.
  public let statistic: ControlStatistic
  /// The points, in the order of the series; a moving range has none for the first value of a phase.
  public let points: [ControlPoint]
  /// The signals, by index, then in the order of ``ControlRule``.
  public let violations: [ControlViolation]
  /// What the reader should know, as sentences without a final period.
  public let notes: [String]

  /// Whether no rule signals.
  public var isInControl: Bool { violations.isEmpty }

  /// Charts single values.
  ///
  /// - Parameters:
  ///   - values: The series.
  ///   - limits: Limits of ``ControlStatistic/individual``, ``ControlStatistic/movingRange``,
  ///     ``ControlStatistic/weightedAverage`` or ``ControlStatistic/cumulativeSum``.
  ///   - rules: The rules; those that don't fit the statistic are refused.
  /// - Throws: As ``init(_:phases:rules:)``.
  public init(
    _ values: [Double],
    limits: ControlLimits,
    rules: Set<ControlRule>? = nil
  ) throws(QualityError) {
    try self.init(
      values.map { [$0] },
      phases: [ControlPhase(name: "all", limits: limits)],
      rules: rules
    )
  }

  /// Charts subgroups, or single values as subgroups of one, in phases with limits of their own.
  ///
  /// Run counts and sums start afresh with a phase: its points have another centre line.
  ///
  /// - Parameters:
  ///   - subgroups: The series; shape `[subgroup, value]`.
  ///   - phases: The phases by ascending start, the first at zero, all of one statistic.
  ///   - rules: The rules; without them ``ControlRule/standard``, as far as they fit the statistic.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/mismatched(found:expected:)`` for subgroups of
  ///   another size than that of the limits, ``QualityError/unfitRule(_:_:)``,
  ///   ``QualityError/outOfRange(parameter:found:expected:)`` for phases out of order.
  public init(
    _ subgroups: [[Double]],
    phases: [ControlPhase],
    rules: Set<ControlRule>? = nil
  ) throws(QualityError) {
    guard let first = phases.first else { throw .tooFew(found: 0, needed: 1) }
    let fitting = ControlRule.rules(fitting: first.limits.statistic)
    let chosen = rules ?? ControlRule.standard.intersection(fitting)
    for rule in ControlRule.allCases where chosen.contains(rule) && !fitting.contains(rule) {
      throw .unfitRule(rule, first.limits.statistic)
    }
    guard first.start == 0 else {
      throw .outOfRange(parameter: "phase start", found: Double(first.start), expected: "0")
    }
    for (phase, next) in zip(phases, phases.dropFirst())
    where next.start <= phase.start || next.limits.statistic != first.limits.statistic {
      throw .outOfRange(
        parameter: "phase start",
        found: Double(next.start),
        expected: "above \(phase.start), with limits of \(first.limits.statistic.rawValue)"
      )
    }
    statistic = first.limits.statistic
    var points: [ControlPoint] = []
    var violations: [ControlViolation] = []
    var notes: [String] = []
    for (number, phase) in phases.enumerated() {
      if phase.limits.isBaselineShort {
        notes.append(
          "the limits of phase '\(phase.name)' rest on \(phase.limits.baselineCount) points;"
            + " take \(ControlLimits.fewestBaselinePoints) or more"
        )
      }
      let end = number + 1 < phases.count ? phases[number + 1].start : subgroups.count
      let start = min(phase.start, subgroups.count)
      let slice = Array(subgroups[start..<max(start, min(end, subgroups.count))])
      var series = PhaseSeries(phase: phase, rules: chosen)
      try series.read(slice)
      points += series.points
      violations += series.violations
    }
    self.points = points
    self.violations = violations
    self.notes = notes
  }
}
