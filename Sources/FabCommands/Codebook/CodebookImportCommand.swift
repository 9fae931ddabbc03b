import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab codebook import`.
struct CodebookImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a codebook from measured curves of one operator.",
    discussion: """
      The table has the columns input and output, with units in the heading, and a column unit where several units were \
      measured, for instance 'input (V),output (nA),unit'. Softplus and sigmoid take volts and amperes and get each unit's \
      own constants; GELU and exponential take plain numbers. Readings of one unit at one input tell the spread of readings. \
      A row with a defect refuses the file.

      Examples:
        pcu-fab codebook import softplus.csv --operator softplus --wafer W12 --out measured.codebook
      """
  )

  @Argument(help: "The measured table.", completion: .file(extensions: ["csv", "txt", "tsv"]))
  var file: String

  @Option(
    name: .customLong("operator"),
    help: "The operator: softplus, sigmoid, gelu or exponential."
  )
  var operation: String

  @Option(help: "The file to write.", completion: .file(extensions: ["codebook"]))
  var out: String

  @Option(help: "The name that the codebook gets. (default: that of the file)")
  var name: String?

  @Option(help: "The lot that was measured.")
  var lot: String?

  @Option(help: "The wafer that was measured.")
  var wafer: String?

  @Option(
    help: "The recipe that the devices were made by.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var recipe: String?

  @Option(
    parsing: .unconditional,
    help: "The temperature. (default: 25 degC)",
    transform: { try quantity($0) as Temperature }
  )
  var temperature: Temperature?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = CodebookImportRequest(file: file, operation: operation, out: out)
      request.name = name
      request.lot = lot ?? ""
      request.wafer = wafer ?? ""
      request.recipe = recipe
      if let temperature { request.temperatureKelvin = temperature.siValue }
      request.replaces = force
      return try CodebookImportJob(request: request).run()
    }
  }
}
