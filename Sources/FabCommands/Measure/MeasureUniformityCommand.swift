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
  @OptionGroup var options: MeasuredQuantityOptions

  func run() throws {
    try options.output.print { () throws(DiagnosticError) in
      try UniformityJob(
        session: options.store.session,
        wafer: wafer,
        characteristic: options.characteristic,
        component: options.component,
        files: options.files.choice
      )
      .run()
    }
  }
}
