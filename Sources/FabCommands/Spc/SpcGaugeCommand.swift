import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc gauge`: how much of a spread comes from measuring.
struct SpcGaugeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gauge",
    abstract:
      "Study repeatability and reproducibility: every operator measured every part several times.",
    discussion: "The file is a table with a line of headings: part,operator,value."
  )
  @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String
  @Option(help: "The width of what is accepted, in the unit of the values.") var tolerance: Double?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = GaugeJob(file: file)
      job.tolerance = tolerance
      return try job.run()
    }
  }
}
