import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe section`.
struct RecipeSectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "section",
    abstract: "Draw the film stack of each component as SVG, to scale in nanometres."
  )

  @OptionGroup var recipe: RecipeArgument

  @Option(
    help: "The SVG file to write. (default: standard output)",
    completion: .file(extensions: ["svg"])
  )
  var out: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try RecipeJobs.section(recipe.path(), out: out, replaces: force)
    }
  }
}
