import FabDiagnostics
import FabQuality
import FabStore

/// A series held against limits: the chart itself, and beside it a weighted average and moving ranges.
struct ControlEvaluation {
  /// A rule that a point breaks.
  struct Violation {
    /// The index of the point in the series.
    let index: Int
    /// `1` to `8`, `W4`, `EWMA`, `CUSUM` or `MR`.
    let tag: String
    let detail: String
  }

  let series: ControlSeries
  let chart: ControlChart
  let average: ControlChart?
  let movingRange: ControlChart?
  /// All violations: of the points, then of the weighted average, then of the moving ranges.
  let violations: [Violation]

  /// Evaluates.
  ///
  /// - Parameters:
  ///   - series: The points.
  ///   - phases: The limits from which point on, the first from the first one.
  ///   - choice: The rules.
  ///   - start: The first point that is judged; what was before neither counts nor weighs.
  ///   - settled: Points whose events have a cause and an action: averages, sums and differences begin anew after
  ///     them, since they'd carry on what was put right.
  /// - Throws: A ``DiagnosticError`` where values can't be judged.
  init(
    _ series: ControlSeries,
    phases: [ControlPhase],
    choice: ControlRuleChoice,
    from start: Int = 0,
    settled: [Int] = []
  ) throws(DiagnosticError) {
    self.series = series
    let values = series.points.dropFirst(start).map(\.values)
    let statistic = phases.first?.limits.statistic ?? .individual
    let restarts = settled.map { $0 + 1 - start }
    let hasMemory = statistic == .weightedAverage || statistic == .cumulativeSum
    let ownPhases = hasMemory ? Self.restarted(phases, at: restarts) : phases
    let results = try QualityError.explained(at: nil, of: "points") {
      () throws(QualityError) -> (ControlChart, ControlChart?, ControlChart?) in
      let chart = try ControlChart(
        values,
        phases: ownPhases,
        rules: choice.rules(fitting: statistic)
      )
      let means = values.map { [$0.reduce(0, +) / Double($0.count)] }
      let average =
        choice.hasWeightedAverage && (phases.first?.limits.allowsWeightedAverage ?? false)
        ? try ControlChart(
          means,
          phases: Self.restarted(phases, at: restarts)
            .map {
              ControlPhase(name: $0.name, limits: $0.limits.ofWeightedAverage, start: $0.start)
            }
        ) : nil
      let ranges = phases.compactMap { phase in
        phase.limits.ofMovingRange.map {
          ControlPhase(name: phase.name, limits: $0, start: phase.start)
        }
      }
      let movingRange =
        ranges.isEmpty
        ? nil
        : try ControlChart(
          values,
          phases: Self.restarted(ranges, at: restarts),
          rules: [.beyondLimit]
        )
      return (chart, average, movingRange)
    }
    (chart, average, movingRange) = results
    violations =
      Self.violations(of: chart, in: series, tag: Self.tag(of: statistic), after: start)
      + (average.map {
        Self.violations(of: $0, in: series, tag: Self.tag(of: .weightedAverage), after: start)
      } ?? [])
      // A difference beyond its limit is rule 1 of a chart of its own.
      + (choice.rules.contains(.beyondLimit)
        ? movingRange.map {
          Self.violations(of: $0, in: series, tag: Self.tag(of: .movingRange), after: start)
        } ?? [] : [])
  }

  /// Cuts phases so that a memory begins anew at some points.
  private static func restarted(_ phases: [ControlPhase], at points: [Int]) -> [ControlPhase] {
    var result = phases
    for point in Set(points).sorted() where point > 0 {
      guard !result.contains(where: { $0.start == point }),
        let place = result.lastIndex(where: { $0.start < point })
      else { continue }
      let phase = result[place]
      result.insert(
        ControlPhase(name: phase.name, limits: phase.limits, start: point),
        at: place + 1
      )
    }
    return result
  }

  /// The violations of a point.
  func violations(at index: Int) -> [Violation] { violations.filter { $0.index == index } }

  private static func tag(of statistic: ControlStatistic) -> String? {
    switch statistic {
    case .weightedAverage: "EWMA"
    case .cumulativeSum: "CUSUM"
    case .movingRange: "MR"
    case .individual, .meanByRange, .range, .meanByDeviation, .deviation: nil
    }
  }

  private static func violations(
    of chart: ControlChart,
    in series: ControlSeries,
    tag: String?,
    after start: Int
  ) -> [Violation] {
    let unit = series.characteristic.unit
    let points = Dictionary(chart.points.map { ($0.index, $0) }) { first, _ in first }
    return chart.violations.map { violation in
      // What follows the number of the point, which is another one once more sets are measured.
      var sentence = String(violation.sentence.split(separator: ": ", maxSplits: 1).last ?? "")
      if chart.statistic == .cumulativeSum, let first = violation.points.first {
        let set = series.points[start + first].set
        sentence =
          "\(sentence.split(separator: ";")[0]); the shift began near set \(set.id) of \(set.wafer)"
      }
      var detail = sentence
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
