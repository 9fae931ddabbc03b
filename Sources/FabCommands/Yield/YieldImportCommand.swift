import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield import`: the bins of a map.
struct YieldImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the bins of a map as a new binning of a wafer: SEMI E142, SEMI G85 or STDF.",
    discussion: """
      The file is kept byte by byte, and the same file twice is no change. Bins that the rules don't have, and devices where \
      the wafer's layout has none, are refused. Maps are named BinCodeMap for PCUs, D1, D2, M1, M2 for components.
      """
  )

  @Argument(help: "The file.", completion: .file(extensions: ["xml", "stdf"])) var file: String
  @Option(help: "The wafer.") var wafer: String
  @Option(help: "What the bins are of, where the file doesn't say.") var component = "PCU"
  @Option(
    help:
      "The rules that say what bins mean. (default: those that the wafer was binned by, or Bins/pcu-default.yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var rules: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = MapImportRequest(file: file, wafer: wafer)
      request.component = component
      request.rules = rules
      return try MapImportJob(session: change.session, request: request, files: .ofTool).run()
    }
  }
}
