import FabDiagnostics
import FabStore

/// A run with everything that the store knows of it.
struct RunRecord {
  /// A step as planned and, if it was done, as recorded last.
  struct Step {
    let name: String
    let planned: RecipeStep
    let actual: RunStep?
    let attempts: Int
    let uses: [MaterialUse]
  }

  let run: Run
  let recipe: RecipeVersion
  let wafers: [RunWafer]
  let steps: [Step]
  /// Files that belong to the run, then those of its steps.
  let files: [File]

  /// A file that belongs to the run or to one of its steps.
  struct File {
    /// The number of the step; `nil` for the whole run.
    let step: Int?
    let attachment: Attachment
    /// The name and size of the file; `nil` if it isn't kept.
    let kept: KeptFile?
  }

  init(_ code: String, from reader: StoreReader) throws(DiagnosticError) {
    let run = try reader.named(Run.self, code)
    let plan = try reader.all(RecipeStep.self, where: ["recipe": .text(run.recipe)])
    let actual = try reader.all(RunStep.self, where: ["run": .text(code)])
    let uses = try reader.all(MaterialUse.self, where: ["run": .text(code)])
    self.run = run
    recipe = try reader.named(RecipeVersion.self, run.recipe)
    wafers = try reader.all(RunWafer.self, where: ["run": .text(code)])
    let owners: [(entity: String, code: String, step: Int?)] =
      [(Run.table, code, nil)] + plan.map { (RunStep.table, "\(code)/\($0.seq)", $0.seq) }
    var attached: [(step: Int?, attachment: Attachment)] = []
    for owner in owners {
      attached +=
        try reader.all(
          Attachment.self,
          where: ["entity": .text(owner.entity), "code": .text(owner.code)]
        )
        .map { (owner.step, $0) }
    }
    let kept = attached.isEmpty ? [] : try reader.keptFiles()
    files = attached.map { step, attachment in
      File(
        step: step,
        attachment: attachment,
        kept: kept.first { $0.sha256 == attachment.sourceFile }
      )
    }
    steps = zip(plan, StepComparison.names(of: plan))
      .map { planned, name in
        let attempts = actual.filter { $0.seq == planned.seq }
        return Step(
          name: name,
          planned: planned,
          actual: attempts.last,
          attempts: attempts.count,
          uses: uses.filter { $0.seq == planned.seq && $0.attempt == attempts.last?.attempt }
        )
      }
  }
}
