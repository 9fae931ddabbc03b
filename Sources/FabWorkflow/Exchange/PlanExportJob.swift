public import FabDiagnostics
import FabExchange
import FabStore

/// What `export nomad` does: the evaporated films of a run under the headings of NOMAD's process plans.
public struct PlanExportJob {
  private let session: StoreSession
  private let code: String
  private let out: String
  private let replaces: Bool

  /// What notes say before the name of who did a step.
  static let doneBy = "by "
  /// What notes say of pressures, whose headings name no unit.
  static let pressureNote = "pressures in Pa"

  /// Creates a job.
  public init(session: StoreSession, code: String, out: String, replaces: Bool) {
    self.session = session
    self.code = code
    self.out = out
    self.replaces = replaces
  }

  /// Writes the plan.
  ///
  /// - Throws: A ``DiagnosticError`` if there is no such run, it evaporates nothing, or the file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let file = SingleFile(path: out)
    try file.checkFree(replaces: replaces)
    let rows = try session.read { (reader) throws(DiagnosticError) in
      let record = try RunRecord(code, from: reader)
      return try record.steps.filter { $0.planned.kind == "deposit" }
        .map { (step) throws(DiagnosticError) in try Self.row(step, record.run, reader) }
    }
    guard !rows.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .argument(code),
          "the recipe of run '\(code)' deposits nothing"
        )
      )
    }
    try file.write(try EvaporationPlan.bytes(of: rows), replaces: replaces)
    return CommandOutput(
      text: "wrote \(rows.count) films of run \(code) to \(out)\n",
      json: JSONText.encode(["file": JSONValue.text(out), "films": .integer(Int64(rows.count))])
    )
  }

  private static func row(
    _ step: RunRecord.Step,
    _ run: Run,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> EvaporationPlanRow {
    let (planned, actual) = (step.planned, step.actual)
    var row = EvaporationPlanRow(material: planned.material ?? planned.film)
    row.pressureStart = actual?.pressurePa ?? planned.pressurePa
    row.pressureEnd = actual?.pressureEndPa
    row.substrateTemperature = actual?.temperatureC ?? planned.temperatureC
    row.thickness = actual?.thicknessNm ?? planned.thicknessNm
    row.rateStart = actual?.rateAPerS
    row.rateTarget = planned.rateAPerS
    row.toolingFactor = actual?.tooling
    if row.toolingFactor == nil {
      row.toolingFactor = try reader.calibration(
        run.equipment,
        kind: "tooling",
        material: planned.material ?? "",
        at: actual?.endedAt ?? run.startedAt
      )?
      .value
    }
    row.tool = run.equipment
    row.notes = notes(step, run)
    return row
  }

  /// What the headings have no column for: planned against actual, bottles, hands.
  private static func notes(_ step: RunRecord.Step, _ run: Run) -> String {
    var parts = ["run \(run.code) step \(step.planned.seq) \(step.name)"]
    parts += StepComparison.rows(step.planned, step.actual)
      .map { row in
        "\(row.quantity) planned \(row.planned), actual \(row.actual)"
          + (row.deviation.map { " (\($0))" } ?? "")
      }
    if !step.uses.isEmpty {
      parts.append("from \(step.uses.map(\.materialLot).joined(separator: ", "))")
    }
    if let actual = step.actual {
      parts.append(doneBy + actual.operatorName)
      if let note = actual.note { parts.append(note) }
    }
    parts.append(pressureNote)
    return parts.joined(separator: "; ")
  }
}
