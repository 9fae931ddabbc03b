import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab codebook build`.
struct CodebookBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Simulate units of operators and tabulate what they do.",
    discussion: """
      Softplus, sigmoid, GELU and exponential become curves, multipliers and dividers surfaces of their gain, softmax \
      circuits whole units, vector products errors of weights; each with its mean, the spread from unit to unit, the \
      spread of readings, and how single units deviate. The format is Documentation/Codebooks.md.

      Without --layout and --wafer the units lie on a bench of nominal PCUs. With --layout they lie on the sites of a layout \
      (a floor plan, or a GDSII, DXF or SVG file), with --wafer they are the devices measured on a wafer of the database. \
      Exit status 1 if an operator that was asked for has no entry.

      Keys of --json: file, bytes, sha256, identity (name, source, recipe, recipeHash, layout, layoutHash, lot, wafer, \
      temperatureKelvin, seed, spread and more), operators (name, kind, units, failedUnits, places, points, components, \
      domainLow, domainHigh, policy, meanSpreadPercent, readoutSpreadPercent, meanRelativeErrorPercent, biasPercent, \
      meanFullScaleErrorPercent, paperPercent).

      Examples:
        pcu-fab codebook build --out population.codebook
        pcu-fab codebook build --layout Layouts/wafer-4in-101.yaml --units 2000 --out layout.codebook
        pcu-fab codebook build --wafer W12 --operators softplus,multiplier --out W12.codebook
      """
  )

  @Option(help: "The file to write.", completion: .file(extensions: ["codebook"]))
  var out: String

  @Option(help: "The name that the codebook gets. (default: that of the file)")
  var name: String?

  @OptionGroup var layout: LayoutOption

  @Option(help: "A wafer of the database whose own devices are taken.")
  var wafer: String?

  @OptionGroup var store: StoreOption

  @Option(help: "The number of points of a curve.")
  var points = 512

  @Option(help: "The number of points of a surface along each operand.")
  var surfacePoints = 64

  @Flag(
    help:
      "Scale inputs and outputs of softplus and sigmoid by the nominal unit's constants instead of each unit's own."
  )
  var commonConstants = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var study: StudyOptions
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (16...65_536).contains(points) else {
      throw ValidationError("--points is \(points); expected 16...65536")
    }
    guard (4...256).contains(surfacePoints) else {
      throw ValidationError("--surface-points is \(surfacePoints); expected 4...256")
    }
    guard wafer != nil || store.db == nil else { throw ValidationError("--db is for --wafer") }
    guard layout.floorPlan == nil || layout.layout != nil || wafer != nil else {
      throw ValidationError("--floor-plan is for --layout and --wafer")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = CodebookBuildRequest(out: out, recipe: try recipe.path())
      request.name = name
      request.isOnLayout = layout.layout != nil
      (request.file, request.floorPlan) = try layout.resolved()
      request.wafer = wafer
      request.session = StoreSession(database: store.db)
      request.operators = study.names
      request.conditions = study.conditions
      request.curvePoints = points
      request.surfacePoints = surfacePoints
      request.hasCommonConstants = commonConstants
      request.replaces = force
      return try CodebookBuildJob(request: request, files: .ofTool).run()
    }
  }
}
