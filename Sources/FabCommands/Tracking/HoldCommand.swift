import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab hold`: stops something.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract:
      "Stop a lot, wafer, run, bottle or instrument until it is released; --list shows all.",
    discussion: "Example: pcu-fab hold wafer L1-03 --reason 'rate spike at PbI2'"
  )
  @Argument(help: "lot, wafer, run, material-lot or equipment.", transform: choice) var entity:
    HeldEntity?
  @Argument(help: "Its name.") var code: String?
  @Option(help: "Why.") var reason: String?
  @Flag(help: "List all holds, open and released.") var list = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard list || (entity != nil && code != nil && reason != nil) else {
      throw ValidationError("say what is held and --reason, or --list")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      guard !list, let entity, let code, let reason else {
        return try EntryListJob<Hold>(session: change.session).run()
      }
      return try change.session.change { (writer, moment) throws(DiagnosticError) in
        try writer.hold(entity, code, reason: reason, at: moment)
        return StoreRemarks()
      }
    }
  }
}
