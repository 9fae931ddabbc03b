import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab measure generate`: values as the models give them.
struct MeasureGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a table of values as the models of films and devices give them.",
    discussion: """
      For trying things out before there are wafers. The thickness that a wafer's last run recorded shifts its films and \
      devices. Import the table with --generated, so that every report says what it is.
      """
  )

  @Option(help: "All wafers of this lot.") var lot: String?
  @Option(parsing: .upToNextOption, help: "These wafers.") var wafers: [String] = []
  @Option(parsing: .upToNextOption, help: "Wafers whose diodes are shorted at the edge.")
  var shorted: [String] = []
  @Option(help: "The radius beyond which they are. (default: 34 mm)", transform: quantity)
  var shortedBeyond: Length?
  @Option(help: "The seed.") var seed: UInt64 = 1
  @Option(help: "The table to write.", completion: .file(extensions: ["csv"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var recipe: RecipeOption
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (lot != nil) != !wafers.isEmpty else { throw ValidationError("say --lot or --wafers") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = MeasurementGenerationJob(
        session: store.session,
        recipe: try recipe.path(),
        out: out,
        replaces: force
      )
      job.lot = lot
      job.wafers = wafers
      job.shorted = shorted
      job.shortedBeyond = shortedBeyond ?? job.shortedBeyond
      job.seed = seed
      return try job.run()
    }
  }
}
