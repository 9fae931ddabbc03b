import ArgumentParser
import FabWorkflow

/// `pcu-fab report wafer`: everything of a wafer.
struct ReportWaferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wafer",
    abstract: "Write the report of a wafer: maps, charts, yields, runs, holds, genealogy.",
    discussion: """
      The page needs no other file and no network, and prints on paper. The same database gives the same bytes.

      Example: pcu-fab report wafer NAME --out wafer.html --figures figures
      """
  )

  @Argument(help: "The wafer.") var code: String
  @OptionGroup var options: ReportOptions

  func run() throws { try options.write(.wafer(code)) }
}
