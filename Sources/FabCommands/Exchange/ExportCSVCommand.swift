import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab export csv`: tables of the database.
struct ExportCSVCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Write a table of the database, or all of them, as comma-separated text.",
    discussion: """
      'pcu-fab load' takes the tables back: those of 'all' into an empty database give the same content, files and values \
      included. Headings are the names of properties with their units; measured values are one a row, 'D1.ideality' for \
      that of a component.

      Tables: \(CSVExportJob.kinds.joined(separator: ", ")).

      Examples:
        pcu-fab export csv all --out tables
        pcu-fab export csv measuredValues --out values.csv
      """
  )

  @Argument(help: "The table, or all.") var kind: String
  @Option(help: "The file, or the folder for all.", completion: .file()) var out: String
  @Flag(help: "Replace a file, or a folder that holds something else.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try CSVExportJob(session: store.session, kind: kind, out: out, replaces: force).run()
    }
  }
}
