import ArgumentParser
import FabWorkflow

/// `pcu-fab report lot`: everything of a lot.
struct ReportLotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lot",
    abstract: "Write the report of a lot: maps, charts, yields, runs, holds, genealogy.",
    discussion: """
      The page needs no other file and no network, and prints on paper. The same database gives the same bytes.

      Example: pcu-fab report lot NAME --out lot.html --figures figures
      """
  )

  @Argument(help: "The lot.") var code: String
  @OptionGroup var options: ReportOptions

  func run() throws { try options.write(.lot(code)) }
}
