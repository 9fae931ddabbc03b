public import FabDiagnostics
import FabExchange
import FabStore

/// What `run plan` does: the films of a plan with NOMAD's headings become the steps of a run, the file is kept with it.
public struct PlanImportJob {
  /// The unit of the plan's pressures, whose headings name none: `Pa`, `mbar` or `Torr`.
  public var pressureUnit: String?
  private let session: StoreSession
  private let code: String
  private let file: String

  /// Units of pressure in Pa.
  ///
  /// > Source: *The International System of Units*, 9th edition, BIPM, 2019; a torr is the 760th part of 101 325 Pa.
  private static let units: [String: Double] = ["Pa": 1, "mbar": 100, "Torr": 101_325.0 / 760]
  /// The names of the units.
  public static let unitNames = ["Pa", "mbar", "Torr"]

  /// Creates a job.
  public init(session: StoreSession, code: String, file: String) {
    self.session = session
    self.code = code
    self.file = file
  }

  /// Records the steps.
  ///
  /// - Returns: What was recorded; a plan that the run has already is no change.
  /// - Throws: A ``DiagnosticError`` with what reading refuses, films that aren't those of the recipe, pressures of no stated
  ///   unit, or a run that isn't running.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let bytes = try InputFile.bytes(at: file, limit: InputFile.measurementLimit)
    let rows = try EvaporationPlan.read(file: file, bytes: bytes)
    let stored = StoredFile(name: OutputPath(file).name ?? file, bytes: bytes)
    return try session.change { (writer, moment) throws(DiagnosticError) in
      let record = try RunRecord(code, from: writer.reader)
      let steps = record.steps.filter { $0.planned.kind == "deposit" }
      try check(rows, steps)
      let isNew = try FileAttachment.add(
        stored,
        to: code,
        step: nil,
        title: "evaporation plan",
        at: moment,
        with: writer
      )
      guard isNew else {
        return StoreRemarks(["\(file) was taken before: no change"])
      }
      var remarks = StoreRemarks(messages: warnings(rows, steps, record.run))
      for (row, step) in zip(rows, steps) {
        guard Self.saysMore(row, than: step.planned) else {
          remarks.lines.append("\(step.name): as the recipe says, so nothing was recorded")
          continue
        }
        let actual = try actual(row, step.planned, by: writer.actor, at: moment)
        _ = try writer.record(actual, uses: [])
        remarks.lines.append("\(step.name): recorded")
      }
      return remarks
    }
  }

  // MARK: - Rows

  private func check(
    _ rows: [EvaporationPlanRow],
    _ steps: [RunRecord.Step]
  ) throws(DiagnosticError) {
    let planned = steps.map(Self.material)
    let stated = rows.map(\.material)
    guard planned != stated else { return }
    let first = zip(planned, stated).enumerated().first { $0.element.0 != $0.element.1 }
    throw DiagnosticError(
      Diagnostic(
        .unknownReference,
        at: .file(file),
        first.map {
          "film \($0.offset + 1) is '\($0.element.1.prefix(40))'; the recipe of run '\(code)' deposits \($0.element.0) there"
        }
          ?? "the plan has \(rows.count) films; the recipe of run '\(code)' deposits \(steps.count)",
        notes: [.init("it deposits \(planned.joined(separator: ", "))")],
        fixes: ["name a run of the same recipe, or correct the plan"]
      )
    )
  }

  private static func material(_ step: RunRecord.Step) -> String {
    step.planned.material ?? step.planned.film
  }

  /// Whether a row has anything that the recipe doesn't say: else the step wasn't done yet.
  private static func saysMore(_ row: EvaporationPlanRow, than planned: RecipeStep) -> Bool {
    let differs = [
      (row.thickness, planned.thicknessNm), (row.pressureStart, planned.pressurePa),
      (row.substrateTemperature, planned.temperatureC),
    ]
    .contains { $0.0 != nil && $0.0 != $0.1 }
    return differs || row.rateStart != nil || row.pressureEnd != nil
      || row.notes.map { !isOwn($0) || $0.contains("; \(PlanExportJob.doneBy)") } ?? false
  }

  /// Whether notes are those of an export, which repeat what the store knows.
  private static func isOwn(_ notes: String) -> Bool {
    notes.hasPrefix("run ") && notes.contains(PlanExportJob.pressureNote)
  }

  private func actual(
    _ row: EvaporationPlanRow,
    _ planned: RecipeStep,
    by actor: String,
    at moment: UTCTime
  ) throws(DiagnosticError) -> RunStep {
    var factor = 1.0
    if row.pressureStart != nil || row.pressureEnd != nil {
      factor = try pressureFactor(row)
    }
    let notes = row.notes.flatMap { Self.isOwn($0) ? nil : $0 }
    return RunStep(
      run: code,
      seq: planned.seq,
      attempt: 0,
      endedAt: moment,
      thicknessNm: row.thickness,
      rateAPerS: row.rateStart,
      temperatureC: row.substrateTemperature,
      pressurePa: row.pressureStart.map { $0 * factor },
      pressureEndPa: row.pressureEnd.map { $0 * factor },
      tooling: row.toolingFactor,
      operatorName: actor,
      note: notes
    )
  }

  private func pressureFactor(_ row: EvaporationPlanRow) throws(DiagnosticError) -> Double {
    if row.notes?.contains(PlanExportJob.pressureNote) == true { return 1 }
    if let unit = pressureUnit, let factor = Self.units[unit] { return factor }
    throw DiagnosticError(
      Diagnostic(
        .unknownUnit,
        at: .file(file),
        "'\(row.material)' has a pressure, and the plan doesn't say in which unit",
        fixes: ["say it with --pressure-unit: \(Self.unitNames.joined(separator: ", "))"]
      )
    )
  }

  /// What a plan says that a step has no place for, or that contradicts the run.
  private func warnings(
    _ rows: [EvaporationPlanRow],
    _ steps: [RunRecord.Step],
    _ run: Run
  ) -> [Diagnostic] {
    var texts: [String] = []
    let others: [(String, (EvaporationPlanRow) -> Bool)] = [
      ("Organic", { $0.isOrganic != nil }), ("Base pressure", { $0.basePressure != nil }),
      ("Source temperature start", { $0.sourceTemperatureStart != nil }),
      ("Source temperature end", { $0.sourceTemperatureEnd != nil }),
    ]
    let lost = others.filter { rows.contains(where: $0.1) }.map { "'\($0.0)'" }
    if !lost.isEmpty {
      texts.append(
        "steps have no place for \(lost.joined(separator: ", ")): kept in the file alone"
      )
    }
    for (row, step) in zip(rows, steps) {
      if let target = row.rateTarget, let planned = step.planned.rateAPerS, target != planned {
        texts.append(
          "\(step.name): the plan aims at \(target) A/s, the recipe at \(planned) A/s"
        )
      }
      if let tool = row.tool, tool != run.equipment {
        texts.append(
          "\(step.name): the plan names '\(tool.prefix(40))', the run is on \(run.equipment)"
        )
      }
    }
    return texts.map { Diagnostic(.assumedColumns, severity: .warning, at: .file(file), $0) }
  }
}
