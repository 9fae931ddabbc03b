import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc chart`: a control chart.
struct SpcChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "List the points of a control chart with the rules that they break; --svg draws it.",
    discussion: """
      Every version of the limits is a phase, from the first set of its baseline on.
      Example: pcu-fab spc chart filmThickness --svg thickness.svg
      """
  )
  @OptionGroup var subject: ControlSubjectOptions
  @OptionGroup var sets: SelectionOptions
  @OptionGroup var rules: RuleOption
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = ControlChartJob(
        session: store.session,
        subject: subject.subject,
        files: files.choice
      )
      job.selection = sets.selection
      job.rules = try rules.choice()
      return try job.run()
    }
  }
}
