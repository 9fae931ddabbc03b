import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab trace`: what came of something, or what it came from.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Say what came of a bottle, or what a wafer or PCU came from.",
    discussion: """
      Examples:
        pcu-fab trace --forward PBI2-7
        pcu-fab trace --back L1-03/A5.R2C3
      """
  )
  @Argument(help: "A bottle, chamber, recipe, run, lot, wafer, or PCU as WAFER/SITE.")
  var name: String
  @Flag(help: "What came of it.") var forward = false
  @Flag(help: "What it came from.") var back = false
  @Option(
    help:
      "What kind of thing it is, if several have the name: material-lot, equipment, recipe, run, lot, wafer or pcu.",
    transform: choice
  )
  var kind: TraceNode.Kind?
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard forward != back else { throw ValidationError("say --forward or --back") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try TraceJob(
        session: store.session,
        name: name,
        kind: kind,
        direction: forward ? .forward : .back
      )
      .run()
    }
  }
}
