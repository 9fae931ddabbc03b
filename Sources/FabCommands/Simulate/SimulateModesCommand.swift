import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab simulate modes`.
struct SimulateModesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modes",
    abstract:
      "List the modes of a PCU: states of M1 and M2, configure voltages, and which operators need them."
  )

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in try ModesJob().run() }
  }
}
