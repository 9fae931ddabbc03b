import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab verify`: whether a layout will compute.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Say whether a layout will compute: rules, extraction, schematic, circuits, operators.",
    discussion: """
      Runs the design rules, extracts the devices, compares them with the schematic, solves the bench of every operator, \
      then places every operator on the PCUs of the layout, with their areas, line resistances and places on the wafer, and \
      holds its errors against limits. Limits stand under 'operatorLimits' in the floor plan, for instance \
      'operatorLimits: {divider: 7 %, softmaxComposed: none}'. Exit status 1 if a step fails.

      LAYOUT is a floor plan (.yaml) or a GDSII, DXF or SVG file with all levels; without it the floor plan \
      Layouts/wafer-4in-….yaml is verified.

      Examples:
        pcu-fab verify
        pcu-fab verify edited.gds --floor-plan Layouts/wafer-4in-101.yaml
        pcu-fab verify --units 20000 --out verification
      """
  )

  @Argument(
    help: "A floor plan, or a layout file with all levels.",
    completion: .file(extensions: ["yaml", "yml", "gds", "dxf", "svg"])
  )
  var layout: String?

  @Option(
    help:
      "The floor plan that says what a layout file should be. (default: Layouts/wafer-4in-….yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?

  @Option(
    help: "A folder to write: report as HTML and JSON, pictures, switch plan, probe list.",
    completion: .directory
  )
  var out: String?

  @Flag(help: "Replace files in a folder that holds something else.")
  var force = false

  @Option(help: "Rows and columns of a card of the switch matrix. (default: 6x16)")
  var matrix: ArraySize?

  @OptionGroup var study: StudyOptions
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = VerifyRequest(
        recipe: try recipe.path(),
        matrix: try SwitchMatrix(rows: matrix?.rows ?? 6, columns: matrix?.columns ?? 16)
      )
      let isPlan = layout.map { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") } ?? false
      if isPlan, floorPlan != nil {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--floor-plan"),
            "two floor plans are named",
            fixes: ["leave out --floor-plan: '\(layout ?? "")' says what is meant"]
          )
        )
      }
      request.file = isPlan ? nil : layout
      request.floorPlan = isPlan ? layout : floorPlan
      request.operators = study.names
      request.conditions = study.conditions
      request.out = out
      request.replaces = force
      return try VerifyRun(request: request, files: .ofTool).run()
    }
  }
}
