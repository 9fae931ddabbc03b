import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe show`.
struct RecipeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show materials and films, and the hash of the canonical form."
  )

  @OptionGroup var recipe: RecipeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in try RecipeJobs.show(recipe.path()) }
  }
}
