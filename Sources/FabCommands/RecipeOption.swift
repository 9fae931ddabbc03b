import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// The recipe that a command needs beside its own files.
struct RecipeOption: ParsableArguments {
  @Option(
    help: "The recipe file. (default: Recipes/pcu-mapbi3.yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var recipe: String?

  /// The path, the tool's own recipe if none was named.
  func path() throws(DiagnosticError) -> String {
    try SharedFiles.ofTool.recipe(recipe)
  }
}
