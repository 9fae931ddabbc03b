import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab layout`: from recipe and floor plan to a checked, exported set of masks.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract:
      "Make the masks of a wafer: recipe and floor plan in, checked SVG, DXF and GDSII out.",
    discussion: """
      Reads a recipe and a floor plan, draws every mask level, runs all design rules, writes the mask set, reads \
      every file back and compares it with the layout. Nothing is written if a step fails.

      Examples:
        pcu-fab layout --wafer 4in
        pcu-fab layout --floor-plan my-wafer.yaml --out masks/run-7 --formats svg,dxf
        pcu-fab layout --wafer 6in --fill --arrays 4x4
      """
  )

  @Option(help: "The wafer: 2in, 3in, 4in, 6in, 8in or 12in. (default: the floor plan's, else 4in)")
  var wafer: String?

  @Option(
    help: "The floor plan file. (default: Layouts/wafer-<size>-….yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?

  @OptionGroup var recipe: RecipeOption

  @Option(help: "The folder to write. (default: Masks/<name>)", completion: .directory)
  var out: String?

  @Option(help: "The formats to write: svg, dxf, gds, separated by commas.")
  var formats = FormatList(formats: MaskFormat.allCases)

  @Option(help: "The DXF version: r2000 or r12.")
  var dxf = DXFVersionChoice.r2000

  @Flag(help: "Place as many arrays as fit on the wafer, instead of a floor plan's.")
  var fill = false

  @Option(help: "Rows and columns of the arrays, for instance 4x4, instead of the floor plan's.")
  var arrays: ArraySize?

  @Option(help: "The distance between cells of an array, for instance '5.2 mm'.")
  var pitch: LengthArgument?

  @Flag(help: "Replace the masks of another layout; files that aren't masks are kept.")
  var force = false

  @Flag(help: "Write the masks although design rules have findings.")
  var allowFindings = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console
    let files = SharedFiles.ofTool
    try FabCommands.run(console) { () throws(DiagnosticError) in
      var request = LayoutRequest(recipe: try recipe.path())
      request.floorPlan = floorPlan
      request.wafer = wafer
      request.fill = fill
      request.arrays = arrays.map { ($0.rows, $0.columns) }
      request.pitch = pitch?.length
      request.out = out
      request.formats = Set(formats.formats)
      request.dxfR12 = dxf == .r12
      request.force = force
      request.allowsFindings = allowFindings
      let result = try LayoutRun(request: request, files: files).run()
      console.report(result.messages)
      if output.json {
        console.result(String(decoding: JSONText.encode(result.report), as: UTF8.self))
      } else {
        console.result(result.text)
      }
      return result.isClean
    }
  }
}
