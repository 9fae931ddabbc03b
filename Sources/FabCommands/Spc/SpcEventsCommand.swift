import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc events`: what was out of control.
struct SpcEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List what was out of control, with cause and action."
  )
  @Argument(help: "Only of this characteristic.") var characteristic: String?
  @Flag(help: "Only what has no cause and action yet.") var open = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try ControlEventsJob(session: store.session)
        .list(characteristic: characteristic, isOpenOnly: open)
    }
  }
}
