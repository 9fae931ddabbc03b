import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab mask check`.
struct MaskCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a layout file by all design rules.",
    discussion: "Exit status 1 if a rule has findings; a rule that couldn't run says so."
  )

  @Argument(
    help: "A GDSII, DXF or SVG file.",
    completion: .file(extensions: ["gds", "dxf", "svg"])
  )
  var file: String

  @OptionGroup var recipe: RecipeOption

  @Option(
    help: "The floor plan whose wafer counts. (default: the wafer that the file draws)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?

  @Option(
    help: "An SVG file to write with the findings marked.",
    completion: .file(extensions: ["svg"])
  )
  var markers: String?

  @Flag(help: "Replace the markers file if it exists.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MaskJobs.check(
        file,
        recipe: self.recipe.path(),
        floorPlan: floorPlan,
        markers: markers,
        replaces: force
      )
    }
  }
}
