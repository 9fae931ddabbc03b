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

      With --wafer the devices of each site are those that were measured on that wafer of the database; PCUs that its bins \
      call dead are left out, and units of like diodes are seated together.

      With --network it also says whether the layout is good for that network: its operators are within their limits, and \
      --wafers of this layout have the PCUs, or how many would.

      Keys of --json: layout, floorPlan, recipe, recipeHash, seed, spread, temperatureKelvin, verdict; steps (id, verdict \
      "pass", "fail" or "notRun", summary); pcus, usablePcus, unusablePcus (site, reason); operators (name, verdict, pcus, \
      units, placements, meanRelativeErrorPercent, paperPercent, limitPercent, limitMetric, worstPlacement and more); \
      remarks; switchPlan; with --network network (name, hash, operators, operatorsBeyondLimits, operatorsNotStudied, wafers, \
      availableWafers); with --wafer measured (wafer, lot, deviceValues, isGenerated, knowsFilms, deadPcus, unjudgedPcus, \
      binPass).

      Examples:
        pcu-fab verify
        pcu-fab verify edited.gds --floor-plan Layouts/wafer-4in-101.yaml
        pcu-fab verify --units 20000 --out verification
      """
  )

  @OptionGroup var layout: LayoutArgument

  @Option(
    help: "A folder to write: report as HTML and JSON, pictures, switch plan, probe list.",
    completion: .directory
  )
  var out: String?

  @Flag(help: "Replace files in a folder that holds something else.")
  var force = false

  @Option(
    help:
      "A table of films at sites: site, relativeThickness, edgeShiftNm; they shift the devices there.",
    completion: .file(extensions: ["csv"])
  )
  var films: String?

  @Option(
    help:
      "A wafer of the database: its own measurements, bins and maps are the devices of each site."
  )
  var wafer: String?

  @Flag(help: "Keep the verdict in the database with the wafer.") var record = false

  @Option(name: .customLong("operator"), help: "Who verified it, with --record.") var actor: String?

  @OptionGroup var store: StoreOption

  @Option(
    help: "A network that the layout is to be good for: a name such as mdetr-clevr, or a file.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var network: String?

  @Option(help: "How many wafers of this layout there are for the network.")
  var wafers = 1

  @Option(help: "Rows and columns of a card of the switch matrix. (default: 6x16)")
  var matrix: ArraySize?

  @OptionGroup var study: StudyOptions
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard wafer == nil || films == nil else {
      throw ValidationError("--wafer takes the films from the database; leave out --films")
    }
    guard wafer != nil || (store.db == nil && !record) else {
      throw ValidationError("--db and --record are for --wafer")
    }
    guard (1...1_000_000_000).contains(wafers) else {
      throw ValidationError("--wafers must be at least 1; found \(wafers)")
    }
    guard record || actor == nil else { throw ValidationError("--operator is for --record") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = VerifyRequest(
        recipe: try recipe.path(),
        matrix: try SwitchMatrix(rows: matrix?.rows ?? 6, columns: matrix?.columns ?? 16)
      )
      let named = try layout.resolved()
      request.file = named.file
      request.floorPlan = named.floorPlan
      request.films = films
      request.wafer = wafer
      request.session = StoreSession(database: store.db, actor: actor)
      request.isRecorded = record
      request.operators = study.names
      request.conditions = study.conditions
      request.network = network
      request.wafers = wafers
      request.out = out
      request.replaces = force
      return try VerifyRun(request: request, files: .ofTool).run()
    }
  }
}
