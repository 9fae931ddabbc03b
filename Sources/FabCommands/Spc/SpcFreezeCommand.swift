import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc freeze`: limits from a baseline.
struct SpcFreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Compute control limits from a baseline and keep them as a new version.",
    discussion: """
      Points are measurement sets in the order in which they were measured. The default is a chart of individuals of \
      their means, since wafers differ more than the sites of one. Older versions stay.
      Example: pcu-fab spc freeze filmThickness --lot L1 --reason 'first 25 wafers'
      """
  )
  @OptionGroup var subject: ControlSubjectOptions
  @OptionGroup var sets: SelectionOptions
  @Option(help: "Why.") var reason: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = ControlFreezeJob(session: change.session, subject: subject.subject)
      job.selection = sets.selection
      job.reason = reason
      return try job.run()
    }
  }
}
