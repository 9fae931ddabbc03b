import FabQuality
import FabReports
import FabStore

/// The pictures of a control chart: the points, their weighted average, and their differences.
struct ControlChartPages {
  let evaluation: ControlEvaluation
  let report: ControlChartReport

  var svg: [UInt8] {
    let series = evaluation.series
    let subject = series.subject
    let title = series.characteristic.title ?? subject.characteristic
    var rows = [
      [
        panel(
          evaluation.chart,
          Self.name(of: evaluation.chart, subject.figure),
          report.unit,
          isMain: true,
          tag: subject.chart == .weightedAverage ? "EWMA" : nil
        )
      ]
    ]
    if let average = evaluation.average {
      rows.append([panel(average, "weighted average (EWMA)", report.unit, tag: "EWMA")])
    }
    if let ranges = evaluation.movingRange {
      rows.append([panel(ranges, "difference to the set before", report.unit, tag: "MR")])
    }
    let place = subject.component.isEmpty ? "" : " of \(subject.component)"
    return ChartPage(
      title: "\(title)\(place), chart \(subject.chart.rawValue)",
      subtitles: [
        report.phases.map { "version \($0.version): \($0.baselinePoints) baseline points" }
          .joined(separator: "; "),
        report.isGenerated ? "with generated values, marked *" : "measured values",
      ],
      rows: rows,
      panelWidth: 190,
      panelHeight: 80
    )
    .svg()
  }

  private static func name(of chart: ControlChart, _ figure: ControlFigure) -> String {
    switch chart.statistic {
    case .weightedAverage: "weighted average of the \(figure.title)"
    case .cumulativeSum: "cumulative sum of the \(figure.title)"
    case .individual, .movingRange, .meanByRange, .range, .meanByDeviation, .deviation:
      "\(figure.title) of each set"
    }
  }

  /// A panel; the main one has all tags but those of the panels below.
  private func panel(
    _ chart: ControlChart,
    _ name: String,
    _ unit: String,
    isMain: Bool = false,
    tag: String? = nil
  ) -> ChartPanel {
    let names = report.phases.map { "version \($0.version)" }
    let phases = names.map { phase in
      let points = chart.points.filter { $0.phase == phase }
        .map { point in
          let set = evaluation.series.points[point.index].set
          let tags = evaluation.violations(at: point.index).map(\.tag)
            .filter { $0 == tag || (isMain && !["EWMA", "MR"].contains($0)) }
          return ControlChartPicture.Point(
            label: set.wafer + (set.generated != 0 ? "*" : ""),
            value: point.value,
            lower: point.lower,
            upper: point.upper,
            tags: tags.map { $0 == "EWMA" ? "E" : $0 == "CUSUM" ? "C" : $0 }
          )
        }
      return ControlChartPicture.Phase(
        name: phase,
        center: center(of: chart, phase),
        points: points
      )
    }
    return .control(
      ControlChartPicture(
        title: name,
        statistic: ChartAxis(
          name,
          unit: chart.statistic == .cumulativeSum || unit == "1" ? "" : unit
        ),
        phases: phases.filter { !$0.points.isEmpty },
        remark: chart.statistic == .cumulativeSum ? "in units of sigma" : ""
      )
    )
  }

  private func center(of chart: ControlChart, _ phase: String) -> Double? {
    guard let found = report.phases.first(where: { "version \($0.version)" == phase }) else {
      return nil
    }
    switch chart.statistic {
    case .cumulativeSum: return 0
    case .movingRange: return (try? ChartConstants(size: 2)).map { $0.d2 * found.sigma }
    case .individual, .meanByRange, .range, .meanByDeviation, .deviation, .weightedAverage:
      return found.centerLine
    }
  }
}
