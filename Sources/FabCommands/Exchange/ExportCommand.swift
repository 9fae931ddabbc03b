import ArgumentParser

/// `pcu-fab export`: what the database has, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what the database has for other programs.",
    subcommands: [
      ExportCSVCommand.self, ExportE142Command.self, ExportG85Command.self, ExportSTDFCommand.self,
      ExportNOMADCommand.self,
    ]
  )
}
