import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure map`: the wafers of a lot on one scale.
struct MeasureMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "List the wafers of a lot; --svg draws them side by side on one scale."
  )
  @Argument(help: "The lot.") var lot: String
  @OptionGroup var options: MeasuredQuantityOptions

  func run() throws {
    try options.output.print { () throws(DiagnosticError) in
      try LotMapJob(
        session: options.store.session,
        lot: lot,
        characteristic: options.characteristic,
        component: options.component,
        files: options.files.choice
      )
      .run()
    }
  }
}
