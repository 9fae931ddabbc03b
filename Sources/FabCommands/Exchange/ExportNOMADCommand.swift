import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab export nomad`: the evaporated films of a run as a process plan.
struct ExportNOMADCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nomad",
    abstract: "Write the films of a run as an evaporation plan with NOMAD's headings.",
    discussion: """
      What was recorded stands in the columns, what was planned where nothing was; notes have both, with the bottles. The \
      tooling factor is that of the step, else the calibration that held then.
      """
  )

  @Argument(help: "The run.") var code: String
  @Option(help: "The file.", completion: .file(extensions: ["csv"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try PlanExportJob(session: store.session, code: code, out: out, replaces: force).run()
    }
  }
}
