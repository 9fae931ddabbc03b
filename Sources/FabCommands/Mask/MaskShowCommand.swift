import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab mask show`.
struct MaskShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "List what a layout file contains: cells, levels, shapes, areas."
  )

  @Argument(
    help: "A GDSII, DXF or SVG file.",
    completion: .file(extensions: ["gds", "dxf", "svg"])
  )
  var file: String

  @OptionGroup var recipe: RecipeOption

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MaskJobs.show(file, recipe: self.recipe.path())
    }
  }
}
