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

  init(_ code: String, from reader: StoreReader) throws(DiagnosticError) {
    let run = try reader.named(Run.self, code)
    let plan = try reader.all(RecipeStep.self, where: ["recipe": .text(run.recipe)])
    let actual = try reader.all(RunStep.self, where: ["run": .text(code)])
    let uses = try reader.all(MaterialUse.self, where: ["run": .text(code)])
    self.run = run
    recipe = try reader.named(RecipeVersion.self, run.recipe)
    wafers = try reader.all(RunWafer.self, where: ["run": .text(code)])
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
