import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab measure plan`: where to measure.
struct MeasurePlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "List the places of a sampling plan, and the PCU nearest to each.",
    discussion: "Example: pcu-fab measure plan --sites 13 --csv plan.csv"
  )
  @Option(help: "5, 9, 13, 25 or 49 on rings, radial (a diameter) or all PCUs.", transform: choice)
  var sites = SitePlanKind.thirteen
  @Option(help: "The size of the wafer, such as 4in. (default: that of the floor plan)")
  var waferSize: String?
  @Option(
    help: "The floor plan with the PCUs. (default: the tool's own for the wafer)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?
  @Option(
    help: "The width of the rim without places. (default: that of the floor plan)",
    transform: quantity
  )
  var edgeExclusion: Length?
  @Option(help: "Write the table to this file.", completion: .file(extensions: ["csv"]))
  var csv: String?
  @Flag(help: "Replace a file that exists.") var force = false
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = SitePlanJob(
        kind: sites,
        recipe: try recipe.path(),
        shared: .ofTool,
        files: OutputChoice(csv: csv, replaces: force)
      )
      job.wafer = waferSize
      job.floorPlan = floorPlan
      job.edgeExclusion = edgeExclusion
      return try job.run()
    }
  }
}
