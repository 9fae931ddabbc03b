import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab run sheet`: what goes with the wafers.
struct RunSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract:
      "Make the sheet that goes with the wafers of a run: planned, actual, deviation, initials.",
    discussion: """
      One page of A4. Without a run, --wafers N makes a blank to fill in by hand, of --recipe.

      Examples:
        pcu-fab run sheet R1 --svg R1.svg
        pcu-fab run sheet --recipe Recipes/pcu-mapbi3.yaml --wafers 4 --html blank.html
      """
  )

  @Argument(help: "The run.") var code: String?
  @Option(help: "A blank for so many wafers.") var wafers: Int?
  @Option(help: "A picture of the page.", completion: .file(extensions: ["svg"])) var svg: String?
  @Option(help: "The page as HTML.", completion: .file(extensions: ["html"])) var html: String?
  @Flag(help: "Replace existing files.") var force = false
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (code != nil) != (wafers != nil) else {
      throw ValidationError("name a run, or say --wafers for a blank")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      let subject: RunSheetJob.Subject =
        if let code { .run(code) } else {
          .blank(recipe: try recipe.path(), wafers: wafers ?? 0)
        }
      var job = RunSheetJob(session: store.session, subject: subject)
      job.svg = svg
      job.html = html
      job.replaces = force
      return try job.run()
    }
  }
}
