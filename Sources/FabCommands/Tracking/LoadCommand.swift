import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab load`: entries of a file.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Take the entries of a file into the database, all or none.",
    discussion: """
      A YAML file begins with 'format: pcu-fab lab 1' and has lists such as materials, materialLots, equipment, lots, \
      wafers, runs. Entries that are there already are no change, so the same file twice is none; an entry of the same \
      name with other content is refused. --dry-run shows what would change.
      """
  )
  @Argument(help: "The file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try LoadJob(session: change.session, path: file, files: .ofTool).run()
    }
  }
}
