import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// Options of every command that writes a report.
struct ReportOptions: ParsableArguments {
  @Option(help: "The page to write.", completion: .file(extensions: ["html"])) var out: String?
  @Option(help: "A folder for the figures as SVG files.", completion: .directory)
  var figures: String?
  @Option(
    parsing: .upToNextOption,
    help: "Pictures only of these quantities, such as ideality or D1.ideality. (default: all)"
  )
  var characteristic: [String] = []
  @Flag(help: "Replace an existing page, or a folder that holds something else.")
  var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard out != nil || figures != nil else {
      throw ValidationError("say --out FILE, --figures FOLDER, or both")
    }
  }

  /// Writes the report.
  func write(_ subject: ReportSubject) throws {
    try output.print { () throws(DiagnosticError) in
      var job = ReportJob(session: store.session, subject: subject)
      job.out = out
      job.figures = figures
      job.replaces = force
      job.characteristics = characteristic
      return try job.run()
    }
  }
}
