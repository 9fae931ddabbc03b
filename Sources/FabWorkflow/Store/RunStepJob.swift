public import FabDiagnostics
public import FabStore

/// What `run step` does: what was really done, beside what was planned.
public struct RunStepJob {
  /// The step: its number, or its name such as `pvk/deposit`.
  public var step: String
  /// What was measured; run, number and attempt are filled in.
  public var actual: RunStep
  /// Bottles with what was taken from them, in milligram.
  public var materials: [(lot: String, mg: Double?)] = []
  /// The crystal monitor's log of the step: it is kept, and fills what isn't given.
  public var monitor: MonitorLogRequest?
  /// When it began, as typed.
  public var started: String?
  private let session: StoreSession

  /// Creates a job.
  public init(session: StoreSession, step: String, actual: RunStep) {
    self.session = session
    self.step = step
    self.actual = actual
  }

  /// Records the step.
  ///
  /// - Throws: A ``DiagnosticError`` if the run isn't running, the recipe has no such step or a bottle isn't usable.
  public func run() throws(DiagnosticError) -> CommandOutput {
    var begun: UTCTime?
    if let started { begun = try LabClock.moment(started, at: .argument("--started")) }
    let log = try monitor.map { (request) throws(DiagnosticError) in try MonitorLog(request) }
    return try session.change { (writer, moment) throws(DiagnosticError) in
      let run = try writer.reader.named(Run.self, actual.run)
      let plan = try writer.reader.all(RecipeStep.self, where: ["recipe": .text(run.recipe)])
      let planned = try StepComparison.step(step, of: plan)
      var actual = actual
      actual.seq = planned.seq
      actual.attempt = 0
      actual.operatorName = writer.actor
      actual.endedAt = moment
      actual.startedAt = begun
      log?.fill(&actual)
      if actual.timeS == nil, let begun { actual.timeS = moment.seconds(since: begun) }
      if actual.tooling == nil, planned.kind == "deposit" {
        actual.tooling =
          try writer.reader.calibration(
            run.equipment,
            kind: "tooling",
            material: planned.material ?? "",
            at: moment
          )?
          .value
      }
      let attempt = try writer.record(
        actual,
        uses: materials.map {
          MaterialUse(run: actual.run, seq: planned.seq, attempt: 0, materialLot: $0.lot, mg: $0.mg)
        }
      )
      actual.attempt = attempt
      if let log {
        try FileAttachment.add(
          log.stored,
          to: actual.run,
          step: planned.seq,
          title: "log of the crystal monitor",
          at: moment,
          with: writer
        )
      }
      let rows = StepComparison.rows(planned, actual).filter { $0.deviation != nil }
      return StoreRemarks(
        (log.map { [$0.line] } ?? [])
          + rows.map {
            "  \($0.quantity): planned \($0.planned), actual \($0.actual), \($0.deviation ?? "")"
          },
        messages: log?.messages ?? [],
        isClean: log?.isClean ?? true
      )
    }
  }
}
