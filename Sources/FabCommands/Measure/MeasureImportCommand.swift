import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure import`: the values of a file.
struct MeasureImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the values of a file into the database, all or none.",
    discussion: """
      The file is a table with a line of headings: long ('wafer,site,characteristic,value,u,unit'; 'x' and 'y' in mm in \
      place of 'site' where a place has no name), or wide ('wafer,site,edge (nm),D1.ideality'). A characteristic of a \
      component is written D1.saturationCurrent. The bytes of the file are kept with the values; the same file twice is no \
      change. Exit status 1 if rows were left out with --skip-refused.
      """
  )

  @Argument(help: "The file.", completion: .file())
  var file: String
  @Option(help: "The wafer, for files that name none.") var wafer: String?
  @Option(name: .customLong("run"), help: "The run after which it was measured.")
  var afterRun: String?
  @Option(help: "The instrument.") var equipment: String?
  @Flag(help: "The values were computed and not measured; reports say so.") var generated = false
  @Flag(help: "Leave out rows that can't be stored, instead of refusing the file.")
  var skipRefused = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = MeasurementImportRequest(file: file)
      request.wafer = wafer
      request.run = afterRun
      request.equipment = equipment
      request.isGenerated = generated
      request.skipsRefused = skipRefused
      return try MeasurementImportJob(session: change.session, request: request).run()
    }
  }
}
