public import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// What `spc chart` does: all points in their order, with the limits of every version.
public struct ControlChartJob {
  /// Which sets.
  public var selection = MeasurementSelection()
  /// The rules.
  public var rules = ControlRuleChoice.standard

  private let session: StoreSession
  private let subject: ControlSubject
  private let files: OutputChoice

  /// Creates a job.
  public init(session: StoreSession, subject: ControlSubject, files: OutputChoice) {
    self.session = session
    self.subject = subject
    self.files = files
  }

  /// Draws and lists them.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if there are no limits.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try subject.check()
    try files.check()
    let (evaluation, frozen) = try session.read { (reader) throws(DiagnosticError) in
      try read(reader)
    }
    let report = report(evaluation, frozen)
    let written = try files.write {
      ControlChartPages(evaluation: evaluation, report: report).svg
    } csv: {
      Array(Self.csv(report).utf8)
    }
    return CommandOutput(
      text: text(report) + written,
      json: JSONText.encode(report),
      messages: evaluation.series.messages
    )
  }

  private func read(
    _ reader: StoreReader
  ) throws(DiagnosticError) -> (ControlEvaluation, [(limits: FrozenLimits, start: Int)]) {
    _ = try reader.named(Characteristic.self, subject.characteristic)
    let versions = try subject.versions(from: reader).compactMap(FrozenLimits.init)
    guard let newest = versions.last else {
      throw ControlLimitsMissing.error(session.database, subject.name)
    }
    let series = try ControlSeries(
      subject,
      selection: selection,
      size: newest.size,
      from: reader
    )
    var phases: [(limits: FrozenLimits, start: Int)] = []
    for version in versions where version.size == newest.size {
      let start = try version.range(in: series, from: reader)?.lowerBound ?? 0
      // Limits of an older baseline within a newer one have no points of their own left.
      phases.removeAll { $0.start >= start }
      phases.append((version, start))
    }
    // Points before the first baseline are held against its limits too.
    if !phases.isEmpty { phases[0].start = 0 }
    let evaluation = try ControlEvaluation(
      series,
      phases: phases.map {
        ControlPhase(
          name: "version \($0.limits.entry.version)",
          limits: $0.limits.limits,
          start: $0.start
        )
      },
      choice: rules,
      settled: try series.settled(from: reader)
    )
    return (evaluation, phases)
  }

  // MARK: - Report

  private func report(
    _ evaluation: ControlEvaluation,
    _ frozen: [(limits: FrozenLimits, start: Int)]
  ) -> ControlChartReport {
    let series = evaluation.series
    func points(_ chart: ControlChart, _ isAverage: Bool) -> [ControlChartReport.Point] {
      chart.points.map { point in
        let set = series.points[point.index].set
        return ControlChartReport.Point(
          set: set.id,
          wafer: set.wafer,
          measuredAt: set.measuredAt.text,
          isGenerated: set.generated != 0,
          value: point.value,
          lower: point.lower,
          upper: point.upper,
          version: point.phase,
          rules: evaluation.violations(at: point.index).map(\.tag)
            .filter { !isAverage || $0 == "EWMA" }
        )
      }
    }
    return ControlChartReport(
      characteristic: subject.characteristic,
      component: subject.component,
      unit: series.characteristic.unit,
      statistic: subject.figure.rawValue,
      chart: subject.chart.rawValue,
      isGenerated: series.isGenerated,
      phases: frozen.map { phase in
        let (entry, limits) = (phase.limits.entry, phase.limits.limits)
        return ControlChartReport.Phase(
          version: entry.version,
          firstPoint: phase.start + 1,
          baselinePoints: entry.baselineN,
          centerLine: limits.centerLine,
          lower: limits.lower,
          upper: limits.upper,
          sigma: limits.sigma,
          frozenAt: entry.frozenAt.text,
          frozenBy: entry.frozenBy,
          reason: entry.reason
        )
      },
      points: points(evaluation.chart, false),
      weightedAverage: evaluation.average.map { points($0, true) },
      notes: evaluation.chart.notes
    )
  }

  private func text(_ report: ControlChartReport) -> String {
    func number(_ value: Double?) -> String {
      value.map { EngineeringText.plain($0, digits: 6) } ?? "none"
    }
    var text =
      "\(subject.name), \(subject.figure.title) of each set in \(report.unit), chart \(report.chart)"
      + (report.isGenerated ? "; generated values among them" : "") + "\n"
    for phase in report.phases {
      text +=
        "version \(phase.version) from point \(phase.firstPoint): centre line "
        + "\(number(phase.centerLine)), limits \(number(phase.lower)) to \(number(phase.upper))"
        + (subject.chart == .cumulativeSum ? " sigma, from " : ", from ")
        + "\(phase.baselinePoints) points, frozen by \(phase.frozenBy)"
        + (phase.reason.map { ": \($0)" } ?? "") + "\n"
    }
    var table = TextTable([
      ("point", .right), ("set", .right), ("wafer", .left), ("measured at", .left),
      ("value", .right), ("rules", .left), ("", .left),
    ])
    table.rows = report.points.enumerated()
      .map { index, point in
        [
          "\(index + 1)", "\(point.set)", point.wafer, String(point.measuredAt.prefix(16)),
          number(point.value), point.rules.joined(separator: " "),
          point.isGenerated ? "generated" : "",
        ]
      }
    for note in report.notes { text += "note: \(note)\n" }
    return text + "\n" + table.text
  }

  private static func csv(_ report: ControlChartReport) -> String {
    var text = "set,wafer,measuredAt,value,lower,upper,phase,rules,generated\n"
    for point in report.points {
      text +=
        "\(point.set),\(point.wafer),\(point.measuredAt),\(point.value),"
        + "\(point.lower.map { "\($0)" } ?? ""),\(point.upper),\(point.version),"
        + "\(point.rules.joined(separator: " ")),\(point.isGenerated ? 1 : 0)\n"
    }
    return text
  }
}
