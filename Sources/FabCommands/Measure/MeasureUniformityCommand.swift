import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure uniformity`: how uniform a wafer is.
struct MeasureUniformityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uniformity",
    abstract: "Compute all usual figures of uniformity of a wafer, each with its formula.",
    discussion: """
      Places in the edge exclusion of the wafer don't count. --svg draws the map.
      Example: pcu-fab measure uniformity L1-01 filmThickness --svg map.svg
      """
  )
  @Argument(help: "The wafer.") var wafer: String
  @Argument(help: "The characteristic.") var characteristic: String
  @Option(help: "The component of a PCU, such as D1. (default: films and whole PCUs)")
  var component = ""
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try UniformityJob(
        session: store.session,
        wafer: wafer,
        characteristic: characteristic,
        component: component,
        files: files.choice
      )
      .run()
    }
  }
}
