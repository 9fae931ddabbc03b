import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe diff`.
struct RecipeDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what two recipes say differently; spelling, order and comments don't count.",
    discussion: "Exit status 1 if they differ."
  )

  @Argument(help: "The first recipe file.", completion: .file(extensions: ["yaml", "yml"]))
  var first: String

  @Argument(help: "The second recipe file.", completion: .file(extensions: ["yaml", "yml"]))
  var second: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in try RecipeJobs.difference(first, second) }
  }
}
