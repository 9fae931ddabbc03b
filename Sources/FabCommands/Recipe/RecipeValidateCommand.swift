import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe validate`.
struct RecipeValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a recipe: every defect with its place, every warning with its justification.",
    discussion: "Exit status 1 if the recipe has defects or warnings without justification."
  )

  @OptionGroup var recipe: RecipeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    // A file that can't be read at all couldn't be validated; a defective one is what this looks for.
    var path = ""
    try FabCommands.run(output.console) { () throws(DiagnosticError) in
      path = try recipe.path()
      _ = try InputFile.bytes(at: path, limit: InputFile.textLimit)
      return true
    }
    try output.print(failure: ExitStatus.findings) { () throws(DiagnosticError) in
      try RecipeJobs.validate(path)
    }
  }
}
