import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab mask rules`.
struct MaskRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the design rules with their limits and sources."
  )

  @Flag(help: "Print the page Documentation/Rules.md.")
  var page = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      page ? MaskJobs.rulesPage() : MaskJobs.rules()
    }
  }
}
