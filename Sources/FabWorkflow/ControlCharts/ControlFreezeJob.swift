public import FabDiagnostics
import FabQuality
import FabStore

/// What `spc freeze` does: limits from a baseline, as a new version.
public struct ControlFreezeJob {
  /// Which sets are the baseline.
  public var selection = MeasurementSelection()
  /// Why the limits are made.
  public var reason: String?

  private let session: StoreSession
  private let subject: ControlSubject

  /// Creates a job.
  public init(session: StoreSession, subject: ControlSubject) {
    self.session = session
    self.subject = subject
  }

  /// Estimates and stores them.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `no-measurement` for fewer than two points.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try subject.check()
    return try session.change { (writer, moment) throws(DiagnosticError) in
      let series = try ControlSeries(subject, selection: selection, from: writer.reader)
      if subject.chart.needsSubgroups, let size = series.points.first?.values.count,
        !ChartConstants.sizes.contains(size)
      {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--chart"),
            "the sets have \(size) values; a chart \(subject.chart.rawValue) takes "
              + "\(ChartConstants.sizes.lowerBound) to \(ChartConstants.sizes.upperBound)",
            fixes: ["take --chart i-mr, which plots one figure of sets of any size"]
          )
        )
      }
      let limits = try QualityError.explained(
        at: .file(session.database),
        of: "measurement sets for a baseline"
      ) { () throws(QualityError) in
        try subject.chart.limits(of: subject.figure, from: series.points.map(\.values))
      }
      let versions = try subject.versions(from: writer.reader)
      let version = (versions.map(\.version).max() ?? 0) + 1
      _ = try writer.addNumbered(
        ControlLimitsEntry(
          id: 0,
          characteristic: subject.characteristic,
          component: subject.component,
          statistic: subject.figure.rawValue,
          chart: subject.chart.rawValue,
          version: version,
          limits: limits.stored,
          baselineN: series.points.count,
          baseline: .list(series.points.map { .integer($0.set.id) }),
          frozenAt: moment,
          frozenBy: writer.actor,
          reason: reason
        )
      )
      return StoreRemarks(
        lines(limits, series, version),
        messages: series.messages + Self.warnings(series, subject, limits)
      )
    }
  }

  private func lines(
    _ limits: ControlLimits,
    _ series: ControlSeries,
    _ version: Int
  ) -> [String] {
    func text(_ value: Double?) -> String {
      value.map { EngineeringText.plain($0, digits: 6) } ?? "none"
    }
    let unit = series.characteristic.unit
    let mark = series.isGenerated ? ", generated" : ""
    return [
      "\(subject.name), \(subject.figure.title) of \(series.points.count) sets\(mark), chart "
        + "\(subject.chart.rawValue), version \(version)",
      "centre line \(text(limits.centerLine)), sigma \(text(limits.sigma)), in \(unit); limits "
        + "\(text(limits.lower)) to \(text(limits.upper))"
        + (limits.statistic == .cumulativeSum ? " sigma, of the sums" : ""),
    ]
  }

  private static func warnings(
    _ series: ControlSeries,
    _ subject: ControlSubject,
    _ limits: ControlLimits
  ) -> [Diagnostic] {
    var messages: [Diagnostic] = []
    if limits.isBaselineShort {
      messages.append(
        Diagnostic(
          .noMeasurement,
          severity: .warning,
          at: .argument(subject.name),
          "the baseline has \(limits.baselineCount) points: limits of fewer than "
            + "\(ControlLimits.fewestBaselinePoints) are far from the true ones",
          fixes: ["freeze again once there are more"]
        )
      )
    }
    if series.isMixed {
      messages.append(
        Diagnostic(
          .assumedColumns,
          severity: .warning,
          at: .argument(subject.name),
          "the baseline mixes generated and measured sets",
          fixes: ["choose measured sets with --lot, --wafers or --last"]
        )
      )
    }
    return messages
  }
}
