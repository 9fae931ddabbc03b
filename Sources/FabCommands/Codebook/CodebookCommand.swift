import ArgumentParser

/// `pcu-fab codebook`.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Tables of what operators really do: built, imported, shown, exported.",
    subcommands: [
      CodebookBuildCommand.self, CodebookImportCommand.self, CodebookShowCommand.self,
      CodebookExportCommand.self,
    ]
  )
}
