import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc check`: what is out of control.
struct SpcCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Hold all points after the baselines against the newest limits, and keep what is out of control.",
    discussion: """
      The same points give the same events, so it may run as often as you like. Exit status 1 while any event has no \
      cause and action ('spc acknowledge'). Keys of --json: dryRun, charts, newEvents, openEvents.
      """
  )
  @Argument(help: "Only this characteristic.") var characteristic: String?
  @Option(help: "Only this component of a PCU.") var component: String?
  @OptionGroup var rules: RuleOption
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = ControlCheckJob(session: change.session)
      job.characteristic = characteristic
      job.component = component
      job.rules = try rules.choice()
      return try job.run()
    }
  }
}
