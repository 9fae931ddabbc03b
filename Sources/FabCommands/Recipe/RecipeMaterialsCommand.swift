import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab recipe materials`.
struct RecipeMaterialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "materials",
    abstract: "Show the mass of every substance on a wafer, coated all over and through the masks."
  )

  @OptionGroup var recipe: RecipeArgument

  @Option(help: "The wafer: 2in, 3in, 4in, 6in, 8in or 12in.")
  var wafer = "4in"

  @Option(
    help: "The floor plan whose masks are used. (default: Layouts/wafer-<size>-….yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = LayoutRequest(recipe: try recipe.path())
      request.wafer = wafer
      request.floorPlan = floorPlan
      return try MaterialsJob(request: request, files: .ofTool).run()
    }
  }
}
