import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc capability`: spread against specification.
struct SpcCapabilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capability",
    abstract: "Compute Cp, Cpk, Pp and Ppk with their intervals; --svg draws boxes by lot.",
    discussion: """
      By default of the means of sets: the sites of one wafer aren't independent. The specification is the newest one \
      ('measure characteristic').
      """
  )
  @Argument(help: "The characteristic.") var characteristic: String
  @Option(help: "The component of a PCU, such as D1. (default: films and whole PCUs)")
  var component = ""
  @Option(
    help: "What is held against the limits: wafer (means of sets) or site.",
    transform: choice
  )
  var by = CapabilityJob.Grouping.wafer
  @OptionGroup var sets: SelectionOptions
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = CapabilityJob(
        session: store.session,
        characteristic: characteristic,
        component: component,
        files: files.choice
      )
      job.selection = sets.selection
      job.grouping = by
      return try job.run()
    }
  }
}
