public import FabDiagnostics
import FabStore

/// What `run show` does: planned against actual, step by step.
public struct RunShowJob {
  private let session: StoreSession
  private let code: String

  /// Creates a job.
  public init(session: StoreSession, code: String) {
    self.session = session
    self.code = code
  }

  /// Shows the run.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if there is none.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let record = try session.read { (reader) throws(DiagnosticError) in
      try RunRecord(code, from: reader)
    }
    return CommandOutput(text: text(record), json: JSONText.encode(RunReport(record)))
  }

  private func text(_ record: RunRecord) -> String {
    let run = record.run
    var text = "run \(run.code): \(run.state)"
    if let reason = run.reason { text += ", \(reason)" }
    text +=
      "\nrecipe     \(record.recipe.name) version \(record.recipe.version) \(run.recipe.prefix(12))\n"
    text += "equipment  \(run.equipment)\noperator   \(run.operatorName)\n"
    text += "started    \(EntryTable<Run>.cell(.text(run.startedAt.text)))\n"
    if let ended = run.endedAt { text += "ended      \(EntryTable<Run>.cell(.text(ended.text)))\n" }
    text += "wafers     \(record.wafers.map(\.wafer).joined(separator: " "))\n\n"
    var table = TextTable([
      ("step", .right), ("name", .left), ("quantity", .left), ("planned", .right),
      ("actual", .right), ("deviation", .right), ("bottles", .left), ("operator", .left),
    ])
    for step in record.steps {
      let bottles = step.uses
        .map { use in
          use.materialLot + (use.mg.map { " \(EngineeringText.plain($0, digits: 5)) mg" } ?? "")
        }
        .joined(separator: ", ")
      let rows = StepComparison.rows(step.planned, step.actual)
      let who = step.actual?.operatorName ?? (step.actual == nil ? "not recorded" : "")
      if rows.isEmpty {
        table.rows.append(["\(step.planned.seq)", step.name, "", "", "", "", bottles, who])
      }
      for (index, row) in rows.enumerated() {
        let isFirst = index == 0
        table.rows.append([
          isFirst ? "\(step.planned.seq)" : "", isFirst ? step.name : "", row.quantity, row.planned,
          row.actual, row.deviation ?? "", isFirst ? bottles : "", isFirst ? who : "",
        ])
      }
      if let note = step.actual?.note { table.rows.append(["", "", note, "", "", "", "", ""]) }
    }
    return text + table.text + Self.text(of: record.files)
  }

  private static func text(of files: [RunRecord.File]) -> String {
    guard !files.isEmpty else { return "" }
    var table = TextTable([
      ("step", .right), ("file", .left), ("what", .left), ("bytes", .right), ("SHA-256", .left),
      ("attached", .left),
    ])
    table.rows = files.map { file in
      [
        file.step.map { "\($0)" } ?? "", file.kept?.name ?? "", file.attachment.title,
        file.kept.map { "\($0.count)" } ?? "", String(file.attachment.sourceFile.prefix(12)),
        EntryTable<Attachment>.cell(.text(file.attachment.at.text)),
      ]
    }
    return "\nattached files\n" + table.text
  }
}

/// A run for programs.
private struct RunReport: Encodable {
  struct Step: Encodable {
    let seq: Int
    let name: String
    let planned: RecipeStep
    let actual: RunStep?
    let attempts: Int
    let materials: [MaterialUse]
    let comparison: [StepComparison.Row]
  }

  let run: Run
  let wafers: [RunWafer]
  let steps: [Step]
  let files: [File]

  struct File: Encodable {
    let step: Int?
    let name: String?
    let title: String
    let sha256: String
    let bytes: Int?
    let attachedAt: UTCTime
  }

  init(_ record: RunRecord) {
    run = record.run
    wafers = record.wafers
    files = record.files.map {
      File(
        step: $0.step,
        name: $0.kept?.name,
        title: $0.attachment.title,
        sha256: $0.attachment.sourceFile,
        bytes: $0.kept?.count,
        attachedAt: $0.attachment.at
      )
    }
    steps = record.steps.map {
      Step(
        seq: $0.planned.seq,
        name: $0.name,
        planned: $0.planned,
        actual: $0.actual,
        attempts: $0.attempts,
        materials: $0.uses,
        comparison: StepComparison.rows($0.planned, $0.actual)
      )
    }
  }
}
