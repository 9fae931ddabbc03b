import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure show`: a set of values.
struct MeasureShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a set of values with its places, uncertainties and curves.",
    discussion: "The numbers of sets are those of 'pcu-fab measure list'. --svg draws the values."
  )

  @Argument(help: "The number of the set.") var number: Int64
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MeasurementShowJob(session: store.session, number: number, files: files.choice).run()
    }
  }
}
