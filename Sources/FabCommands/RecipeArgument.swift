import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// The recipe that a command works on.
struct RecipeArgument: ParsableArguments {
  @Argument(
    help: "The recipe file. (default: Recipes/pcu-mapbi3.yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var file: String?

  /// The path, the tool's own recipe if none was named.
  func path() throws(DiagnosticError) -> String {
    try SharedFiles.ofTool.recipe(file)
  }
}
