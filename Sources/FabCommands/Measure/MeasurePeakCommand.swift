import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab measure peak`: the (110) reflection of scans by all methods.
struct MeasurePeakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peak",
    abstract: "Evaluate the (110) reflections of a file by all methods, without the database.",
    discussion: "Exit status 1 if a method gave no value."
  )

  @Argument(help: "The file.", completion: .file()) var file: String
  @Option(help: "The format. (default: told from the content)") var format: String?
  @Option(help: "Only this curve of the file, from 1.") var curve: Int?
  @Flag(
    name: .customLong("k-alpha-1"),
    help: "The diffractometer has a monochromator: there is no second line of copper."
  )
  var alpha1 = false
  @Option(
    help: "Where the reflection is looked for, such as 13deg..14deg. (default: 13.6deg..14.6deg)",
    transform: quantityWindow
  )
  var window: ClosedRange<Angle>?
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let curve, curve < 1 { throw ValidationError("curves count from 1") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = CurveFileJob(
        file: file,
        feature: .peak(isMonochromatic: alpha1),
        files: files.choice
      )
      job.format = format
      job.curve = curve
      job.window = window?.degrees
      return try job.run()
    }
  }
}
