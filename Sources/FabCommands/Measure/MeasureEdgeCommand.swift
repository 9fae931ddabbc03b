import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab measure edge`: the absorption edge of spectra by all methods.
struct MeasureEdgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edge",
    abstract: "Evaluate the absorption edges of a file by all methods, without the database.",
    discussion: """
      The methods differ by up to 9 nm on one spectrum; the differences between spectra of one method agree. Exit status 1 \
      if a method gave no value.
      """
  )

  @Argument(help: "The file.", completion: .file()) var file: String
  @Option(help: "The format. (default: told from the content)") var format: String?
  @Option(help: "Only this curve of the file, from 1.") var curve: Int?
  @Option(
    help: "Where the edge is looked for, such as 700nm..780nm. (default: 740nm..815nm)",
    transform: quantityWindow
  )
  var window: ClosedRange<Length>?
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let curve, curve < 1 { throw ValidationError("curves count from 1") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = CurveFileJob(file: file, feature: .edge, files: files.choice)
      job.format = format
      job.curve = curve
      job.window = window?.nanometres
      return try job.run()
    }
  }
}
