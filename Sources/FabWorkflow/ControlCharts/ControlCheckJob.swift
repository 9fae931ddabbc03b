public import FabDiagnostics
import FabQuality
import FabStore

/// What `spc check` does: the newest limits of every chart against all points after their baseline.
public struct ControlCheckJob {
  /// Only of this characteristic.
  public var characteristic: String?
  /// Only of this component.
  public var component: String?
  /// The rules.
  public var rules = ControlRuleChoice.standard

  private let session: StoreSession

  /// Creates a job.
  public init(session: StoreSession) { self.session = session }

  /// Judges the points and stores new events.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if there are no limits.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let moment = try session.eventTime()
    let store = try Store(path: session.database, access: .writing)
    var messages: [Diagnostic] = []
    let outcome = try store.write(
      by: session.actor,
      at: LabClock.now(),
      isRehearsal: session.isRehearsal
    ) { (writer) throws(DiagnosticError) -> ControlCheckReport in
      let found = try newest(writer.reader, &messages)
      var charts: [ControlCheckReport.Chart] = []
      var new: [ControlEventRow] = []
      var open: [ControlEventRow] = []
      for frozen in found {
        let result = try judge(frozen, writer, moment, &messages)
        charts.append(result.chart)
        new += result.new
        open += result.open
      }
      return ControlCheckReport(
        isRehearsal: session.isRehearsal,
        charts: charts,
        newEvents: new,
        openEvents: open.sorted { $0.event < $1.event }
      )
    }
    return outcome.value.output(messages)
  }

  /// The newest limits of every chart that is asked for.
  private func newest(
    _ reader: StoreReader,
    _ messages: inout [Diagnostic]
  ) throws(DiagnosticError) -> [FrozenLimits] {
    if let characteristic { _ = try reader.named(Characteristic.self, characteristic) }
    var newest: [ControlSubject: FrozenLimits] = [:]
    for entry in try reader.all(ControlLimitsEntry.self) {
      guard characteristic.map({ $0 == entry.characteristic }) ?? true,
        component.map({ $0 == entry.component }) ?? true
      else { continue }
      guard let frozen = FrozenLimits(entry) else {
        messages.append(
          Diagnostic(
            .unsupportedContent,
            severity: .warning,
            at: .argument(entry.characteristic),
            "control limits \(entry.id) are of a chart '\(entry.chart)' that this tool doesn't know; they aren't applied"
          )
        )
        continue
      }
      if let old = newest[frozen.subject], old.entry.version > entry.version { continue }
      newest[frozen.subject] = frozen
    }
    guard !newest.isEmpty else {
      throw ControlLimitsMissing.error(session.database, characteristic)
    }
    return newest.values.sorted { $0.entry.id < $1.entry.id }
  }

  private typealias Judgement = (
    chart: ControlCheckReport.Chart, new: [ControlEventRow], open: [ControlEventRow]
  )

  private func judge(
    _ frozen: FrozenLimits,
    _ writer: StoreWriter,
    _ moment: UTCTime,
    _ messages: inout [Diagnostic]
  ) throws(DiagnosticError) -> Judgement {
    let reader = writer.reader
    let series = try ControlSeries(frozen.subject, size: frozen.size, from: reader)
    messages += series.messages
    let baseline = try frozen.range(in: series, from: reader)
    let settled = try series.settled(from: reader)
    let evaluation = try ControlEvaluation(
      series,
      phases: [
        ControlPhase(name: "version \(frozen.entry.version)", limits: frozen.limits)
      ],
      choice: rules,
      from: baseline?.lowerBound ?? 0,
      settled: settled
    )
    let known = try reader.all(ControlEvent.self, where: ["limits": .integer(frozen.entry.id)])
    let keys = Set(known.map { "\($0.measurement)/\($0.rule)" })
    let start = baseline.map { $0.upperBound + 1 } ?? 0
    var new: [ControlEventRow] = []
    for violation in evaluation.violations where violation.index >= start {
      let set = series.points[violation.index].set
      guard !keys.contains("\(set.id)/\(violation.tag)") else { continue }
      var event = ControlEvent(
        id: 0,
        limits: frozen.entry.id,
        measurement: set.id,
        rule: violation.tag,
        detail: violation.detail,
        foundAt: moment
      )
      event.id = try writer.addNumbered(event)
      new.append(try ControlEventRow(event, from: reader))
    }
    var open: [ControlEventRow] = []
    let subject = frozen.subject
    // Freezing anew settles nothing that is open.
    for version in try subject.versions(from: reader) {
      let events = try reader.all(ControlEvent.self, where: ["limits": .integer(version.id)])
      for event in events where event.acknowledgedBy == nil {
        open.append(try ControlEventRow(event, from: reader))
      }
    }
    return (
      ControlCheckReport.Chart(
        characteristic: subject.characteristic,
        component: subject.component,
        statistic: subject.figure.rawValue,
        chart: subject.chart.rawValue,
        version: frozen.entry.version,
        baselinePoints: frozen.entry.baselineN,
        judgedPoints: series.points.count - start,
        unjudgedPoints: max(0, start - frozen.entry.baselineN),
        isGenerated: series.isGenerated,
        newEvents: new.count,
        openEvents: open.count
      ), new, open
    )
  }
}
