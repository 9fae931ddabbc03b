import FabQuality
import FabReports
import FabStore

/// The charts of a report: control charts of wafer means, boxes by wafer, failing bins.
struct ReportCharts {
  let data: ReportData

  /// The control chart of the means of sets over everything that was measured so far; `nil` for fewer than two.
  func control(_ quantity: ReportQuantity) -> (figure: ReportFigure, remark: String)? {
    guard let sets = data.history[quantity.name], sets.count > 1 else { return nil }
    let means = sets.compactMap(\.mean)
    let (limits, remark) = limits(quantity, means)
    let own = Set(data.wafers.map(\.wafer.code))
    var tags: [Int: [String]] = [:]
    if let limits, let chart = try? ControlChart(means, limits: limits) {
      for violation in chart.violations {
        tags[violation.index, default: []].append(Self.tag(of: violation.rule))
      }
    }
    let points = sets.enumerated()
      .map { index, set in
        ControlChartPicture.Point(
          label: own.contains(set.wafer) ? set.wafer : "(\(set.wafer))",
          value: means[index],
          lower: limits?.lower,
          upper: limits?.upper,
          tags: tags[index] ?? []
        )
      }
    let others = sets.contains { !own.contains($0.wafer) }
    let chart = ControlChartPicture(
      title: "Means of \(quantity.heading)\(data.mark)",
      statistic: ChartAxis("mean", unit: quantity.unit),
      order: "wafer, in the order of measuring" + (others ? "; (other lots)" : ""),
      phases: [ControlChartPicture.Phase(center: limits?.centerLine, points: points)],
      remark: remark
    )
    return (
      ReportFigure(
        name: "control-\(quantity.name)",
        svg: ChartPanel.control(chart).svg(width: 180, height: 80),
        caption:
          "individuals chart of the means of \(quantity.heading), n = \(sets.count) sets; \(remark)"
      ), remark
    )
  }

  /// Frozen limits if there are any, else trial limits from the points themselves, else none.
  private func limits(
    _ quantity: ReportQuantity,
    _ means: [Double]
  ) -> (ControlLimits?, String) {
    if let entry = data.limits[quantity.name],
      let frozen = JSONText.decode(ControlLimits.self, from: Array(entry.limits.canonical.utf8))
    {
      return (
        frozen,
        "limits version \(entry.version), frozen \(entry.frozenAt.day) from \(entry.baselineN) points"
      )
    }
    let freeze =
      "no limits frozen; freeze them with 'pcu-fab spc freeze \(quantity.characteristic)'"
    guard let trial = try? ControlBaseline.individuals(means).individual else {
      return (nil, "\(freeze); too few different points for trial limits")
    }
    return (trial, "\(freeze); trial limits from these \(means.count) points")
  }

  /// Nelson's number of a rule; the fourth of Western Electric is none of his.
  private static func tag(of rule: ControlRule) -> String {
    switch rule {
    case .beyondLimit: "1"
    case .nineOnOneSide: "2"
    case .sixTrending: "3"
    case .fourteenAlternating: "4"
    case .twoOfThreeBeyondTwo: "5"
    case .fourOfFiveBeyondOne: "6"
    case .fifteenWithinOne: "7"
    case .eightBeyondOne: "8"
    case .eightOnOneSide: "WE4"
    }
  }

  /// The values of a quantity by wafer.
  func boxes(_ quantity: ReportQuantity) -> ReportFigure? {
    let groups = data.wafers
      .map {
        BoxPlot.Group($0.wafer.code, values: $0.numbers(of: quantity))
      }
      .filter { !$0.values.isEmpty }
    guard !groups.isEmpty else { return nil }
    let values = groups.flatMap(\.values)
    let plot = BoxPlot(
      title: "\(quantity.heading) by wafer\(data.mark)",
      grouping: "wafer",
      quantity: quantity.axis(for: values),
      groups: groups
    )
    return ReportFigure(
      name: "box-\(quantity.name)",
      svg: ChartPanel.box(plot).svg(width: 150, height: 85),
      caption: "\(quantity.heading), n = \(values.count) values on \(groups.count) wafers"
    )
  }

  /// The failing bins of a subject over all wafers.
  func pareto(_ subject: BinSubject, _ units: [YieldUnit]) -> ReportFigure? {
    let rows = BinPareto(of: subject, in: units).rows
    guard !rows.isEmpty else { return nil }
    let chart = ParetoChart(
      title: "Failing bins of \(subject.rawValue)\(data.mark)",
      kind: "failing bin",
      counted: subject == .unit ? "PCUs" : "devices",
      categories: rows.map { .init("\($0.code) \($0.name)", count: $0.count) }
    )
    return ReportFigure(
      name: "pareto-\(subject.rawValue)",
      svg: ChartPanel.pareto(chart).svg(width: 150, height: 85),
      caption: "failing bins of \(subject.rawValue), the most frequent first"
    )
  }

  /// Every PCU with its bins.
  var units: [YieldUnit] {
    data.wafers.flatMap { one -> [YieldUnit] in
      guard let source = one.bins else { return [] }
      let sizes = Dictionary(grouping: one.sites, by: \.block).mapValues(\.count)
      let meanings = source.definitions.mapValues { list in
        Dictionary(list.map { ($0.code, $0) }) { first, _ in first }
      }
      return one.sites.map { site in
        YieldUnit(
          lot: one.wafer.lot,
          wafer: one.wafer.code,
          array: (sizes[site.block] ?? 0) > 1 ? site.block : nil,
          site: SamplingSite(
            name: site.label,
            x: Double(site.xUm) / 1000,
            y: Double(site.yUm) / 1000
          ),
          results: BinSubject.allCases.compactMap { subject in
            guard let code = source.bins[subject.rawValue]?[site.label],
              let bin = meanings[subject.rawValue]?[code],
              let quality = FabQuality.BinQuality(rawValue: bin.quality)
            else { return nil }
            return FabQuality.BinResult(
              subject: subject,
              code: code,
              quality: quality,
              name: bin.name,
              reason: ""
            )
          }
        )
      }
    }
  }
}
