import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab release`: lets something go on.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Let something that is on hold go on."
  )
  @Argument(help: "lot, wafer, run, material-lot or equipment.", transform: choice) var entity:
    HeldEntity
  @Argument(help: "Its name.") var code: String
  @Option(help: "Why it may go on.") var reason: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try change.session.change { (writer, moment) throws(DiagnosticError) in
        try writer.release(entity, code, reason: reason, at: moment)
        return StoreRemarks()
      }
    }
  }
}
