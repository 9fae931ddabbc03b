import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield pareto`: why devices fail.
struct YieldParetoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pareto",
    abstract: "List failing bins from the most frequent down; --svg draws them."
  )
  @Option(help: "Whose bins: D1, D2, M1, M2 or PCU.") var component = "PCU"
  @OptionGroup var options: YieldOptions

  func run() throws {
    try options.output.print { () throws(DiagnosticError) in
      try options.jobs.pareto(component: component)
    }
  }
}
