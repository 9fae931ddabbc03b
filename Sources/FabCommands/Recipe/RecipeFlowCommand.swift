import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe flow`.
struct RecipeFlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "Show films in order, mask levels, and which component gets what."
  )

  @OptionGroup var recipe: RecipeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in try RecipeJobs.flow(recipe.path()) }
  }
}
