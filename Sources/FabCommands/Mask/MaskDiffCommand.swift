import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab mask diff`.
struct MaskDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Compare two layout files of any formats: areas, counts and boxes that differ per level.",
    discussion: """
      Exit status 1 if they differ. A file of one level compares with a file of all with --levels:
        pcu-fab mask diff Masks/wafer-4in-101/5-AU.dxf Masks/wafer-4in-101/wafer-4in-101.gds --levels AU
      """
  )

  @Argument(
    help: "The first GDSII, DXF or SVG file.",
    completion: .file(extensions: ["gds", "dxf", "svg"])
  )
  var first: String

  @Argument(
    help: "The second GDSII, DXF or SVG file.",
    completion: .file(extensions: ["gds", "dxf", "svg"])
  )
  var second: String

  @Option(help: "The levels to compare, separated by commas. (default: all of both files)")
  var levels: String?

  @Flag(help: "Also compare shapes that are drawn for orientation and never cut.")
  var references = false

  @OptionGroup var recipe: RecipeOption

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MaskJobs.difference(
        first,
        second,
        recipe: self.recipe.path(),
        levels: levels?.split(separator: ",").map(String.init),
        includesReferences: references
      )
    }
  }
}
