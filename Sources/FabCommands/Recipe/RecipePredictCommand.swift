import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab recipe predict`: the thickness over a wafer.
struct RecipePredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Predict the thickness of a film over a wafer from where its source stands.",
    discussion: """
      The mean over the usable area is the thickness of the recipe. --svg draws the map; with --measured the difference \
      of what was measured (the finished film) and the prediction.
      Example: pcu-fab recipe predict --throw '300 mm' --offset '100 mm' --rotating --svg map.svg
      """
  )
  @Option(
    name: .customLong("throw"),
    help: "The distance from the source to the wafer.",
    transform: quantity
  )
  var distance: Length?
  @Option(help: "The distance of the source from the axis of the wafer.", transform: quantity)
  var offset: Length?
  @Option(help: "How much the vapour is directed: 1 for a small opening, 2 to 3 for boats.")
  var exponent: Double?
  @Flag(help: "The wafer turns.") var rotating = false
  @Option(help: "The instrument of the database whose geometry is taken for what isn't said.")
  var equipment: String?
  @Option(help: "The film. (default: the converted one)") var film: String?
  @Option(help: "The size of the wafer, such as 4in. (default: that of the floor plan)")
  var wafer: String?
  @Option(
    help: "The floor plan with the PCUs. (default: the tool's own for the wafer)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?
  @Option(help: "The wafer whose measured thickness is held against the prediction.")
  var measured: String?
  @Option(help: "What was measured.") var characteristic = "filmThickness"
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = PredictionJob(
        session: store.session,
        recipe: try recipe.path(),
        shared: .ofTool,
        files: files.choice
      )
      job.geometry = SourceGeometry(
        distance: distance,
        offset: offset,
        exponent: exponent,
        isRotating: rotating
      )
      job.equipment = equipment
      job.film = film
      job.wafer = wafer
      job.floorPlan = floorPlan
      job.measured = measured
      job.characteristic = characteristic
      return try job.run()
    }
  }
}
