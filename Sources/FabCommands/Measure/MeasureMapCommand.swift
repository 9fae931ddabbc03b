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
  @Argument(help: "The characteristic.") var characteristic: String
  @Option(help: "The component of a PCU, such as D1. (default: films and whole PCUs)")
  var component = ""
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try LotMapJob(
        session: store.session,
        lot: lot,
        characteristic: characteristic,
        component: component,
        files: files.choice
      )
      .run()
    }
  }
}
