import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab run attach`: a file beside a run.
struct RunAttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Keep a file with a run or one of its steps; a crystal monitor's log is read.",
    discussion: """
      Of a log the mean rate, its standard deviation, the thickness at the end and the time of growth are shown. 'run step' \
      with --qcm takes them over. Exit status 1 if rows were left out with --skip-refused.
      """
  )

  @Argument(help: "The run.") var code: String
  @Argument(help: "The file.", completion: .file()) var file: String
  @Option(help: "The step, a number or a name such as pvk/deposit.") var step: String?
  @Option(help: "What the file is.") var title: String?
  @Option(help: "The format of the log. (default: told from the content)") var format: String?
  @Option(
    help: "A file in YAML that says what the columns are, for formats of no name.",
    completion: .file(extensions: ["yaml"])
  )
  var map: String?
  @Option(help: "The layer of a log with several, from 1.") var layer: Int?
  @Flag(help: "Leave out rows that can't be read, instead of refusing the file.")
  var skipRefused = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard format == nil || map == nil else {
      throw ValidationError("a format or a map says what the columns are, not both")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = MonitorLogRequest(file: file)
      request.format = format
      request.map = map
      request.layer = layer
      request.skipsRefused = skipRefused
      var job = RunAttachJob(session: change.session, code: code, request: request)
      job.step = step
      job.title = title
      return try job.run()
    }
  }
}
