import FabDiagnostics
import FabQuality
import FabStore

/// A series held against limits: the chart itself, and beside it a weighted average and moving ranges.
struct ControlEvaluation {
  /// A rule that a point breaks.
  struct Violation {
    /// The index of the point in the series.
    let index: Int
    /// `1` to `8`, `W4`, `EWMA` or `CUSUM`.
    let tag: String
    let detail: String
  }

  let series: ControlSeries
  let chart: ControlChart
  let average: ControlChart?
  let movingRange: ControlChart?
  /// All violations by point, then in the order of the rules, the weighted average last.
  let violations: [Violation]

  /// Evaluates.
  ///
  /// - Parameters:
  ///   - series: The points.
  ///   - phases: The limits from which point on, the first from the first one.
  ///   - choice: The rules.
  ///   - start: The first point that is judged; what was before neither counts nor weighs.
  /// - Throws: A ``DiagnosticError`` where values can't be judged.
  init(
    _ series: ControlSeries,
    phases: [ControlPhase],
    choice: ControlRuleChoice,
    from start: Int = 0
  ) throws(DiagnosticError) {
    self.series = series
    let values = series.points.dropFirst(start).map(\.values)
    let statistic = phases.first?.limits.statistic ?? .individual
    let results = try QualityError.explained(at: nil, of: "points") {
      () throws(QualityError) -> (ControlChart, ControlChart?, ControlChart?) in
      let chart = try ControlChart(
        values,
        phases: phases,
        rules: choice.rules(fitting: statistic)
      )
      let means = values.map { [$0.reduce(0, +) / Double($0.count)] }
      let average =
        choice.hasWeightedAverage && (phases.first?.limits.allowsWeightedAverage ?? false)
        ? try ControlChart(
          means,
          phases: phases.map {
            ControlPhase(name: $0.name, limits: $0.limits.ofWeightedAverage, start: $0.start)
          }
        ) : nil
      let ranges = phases.compactMap { phase in
        phase.limits.ofMovingRange.map {
          ControlPhase(name: phase.name, limits: $0, start: phase.start)
        }
      }
      let movingRange =
        ranges.isEmpty ? nil : try ControlChart(values, phases: ranges, rules: [])
      return (chart, average, movingRange)
    }
    (chart, average, movingRange) = results
    let unit = series.characteristic.unit
    violations =
      Self.violations(of: chart, unit, tag: Self.tag(of: statistic), after: start)
      + (average.map {
        Self.violations(of: $0, unit, tag: Self.tag(of: .weightedAverage), after: start)
      } ?? [])
  }

  /// The violations of a point.
  func violations(at index: Int) -> [Violation] { violations.filter { $0.index == index } }

  private static func tag(of statistic: ControlStatistic) -> String? {
    switch statistic {
    case .weightedAverage: "EWMA"
    case .cumulativeSum: "CUSUM"
    case .individual, .movingRange, .meanByRange, .range, .meanByDeviation, .deviation: nil
    }
  }

  private static func violations(
    of chart: ControlChart,
    _ unit: String,
    tag: String?,
    after start: Int
  ) -> [Violation] {
    let points = Dictionary(chart.points.map { ($0.index, $0) }) { first, _ in first }
    return chart.violations.map { violation in
      // What follows the number of the point, which is another one once more sets are measured.
      let sentence = violation.sentence.split(separator: ": ", maxSplits: 1).last ?? ""
      var detail = String(sentence)
      if let point = points[violation.index] {
        let suffix = chart.statistic == .cumulativeSum || unit == "1" ? "" : " \(unit)"
        let lower = point.lower.map { "\(EngineeringText.plain($0, digits: 6)) to " } ?? "up to "
        detail =
          "\(EngineeringText.plain(point.value, digits: 6))\(suffix), limits \(lower)"
          + "\(EngineeringText.plain(point.upper, digits: 6))\(suffix): \(sentence)"
      }
      return Violation(
        index: start + violation.index,
        tag: tag ?? violation.rule.tag,
        detail: detail
      )
    }
  }
}
