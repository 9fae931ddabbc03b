import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe schedule`.
struct RecipeScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Show how long each step takes, and what isn't stated."
  )

  @OptionGroup var recipe: RecipeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in try RecipeJobs.schedule(recipe.path()) }
  }
}
