import ArgumentParser
import FabWorkflow

/// `pcu-fab report run`: everything of a run.
struct ReportRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Write the report of a run: maps, charts, yields, runs, holds, genealogy.",
    discussion: """
      The page needs no other file and no network, and prints on paper. The same database gives the same bytes.

      Example: pcu-fab report run NAME --out run.html --figures figures
      """
  )

  @Argument(help: "The run.") var code: String
  @OptionGroup var options: ReportOptions

  func run() throws { try options.write(.run(code)) }
}
