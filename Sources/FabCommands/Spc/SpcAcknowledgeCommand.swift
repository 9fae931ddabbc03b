import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc acknowledge`: the cause of what was out of control.
struct SpcAcknowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Record why something was out of control, and what was done about it."
  )
  @Argument(help: "The events, by their numbers in 'spc events'.") var events: [Int64]
  @Option(help: "Why.") var cause: String
  @Option(help: "What was done.") var action: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !cause.isEmpty, !action.isEmpty else {
      throw ValidationError("--cause and --action say something")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try ControlEventsJob(session: change.session)
        .acknowledge(events, cause: cause, action: action)
    }
  }
}
