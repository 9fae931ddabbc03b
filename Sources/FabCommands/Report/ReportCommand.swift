import ArgumentParser

/// `pcu-fab report`: pages that stand alone.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page with everything that the database knows of a lot, a wafer or a run.",
    subcommands: [ReportLotCommand.self, ReportWaferCommand.self, ReportRunCommand.self]
  )
}
