import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab load`: entries of a file.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Take the entries of a file or of tables into the database, all or none.",
    discussion: """
      A YAML file begins with 'format: pcu-fab lab 1' and has lists such as materials, materialLots, equipment, lots, \
      wafers, runs. Entries that are there already are no change, so the same file twice is none; an entry of the same \
      name with other content is refused. --dry-run shows what would change. A table (CSV) has a line of headings, the names \
      of properties; --kind says what its rows are. A folder that 'pcu-fab export csv all' wrote is taken as a whole.
      """
  )

  @Argument(
    help: "The file, or a folder of tables.",
    completion: .file(extensions: ["yaml", "yml", "csv"])
  )
  var file: String
  @Option(help: "What the rows of a table are, such as wafers.") var kind: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try LoadJob(session: change.session, path: file, kind: kind, files: .ofTool).run()
    }
  }
}
