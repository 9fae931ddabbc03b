import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield joint`: whether components fail together.
struct YieldJointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "joint",
    abstract: "Hold the yield of PCUs against the product of their components' yields."
  )
  @Option(help: "All wafers of this lot. (default: all binned wafers)") var lot: String?
  @Option(name: .customLong("wafer"), parsing: .upToNextOption, help: "These wafers.")
  var wafers: [String] = []
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try YieldJobs(
        session: store.session,
        selection: MeasurementSelection(lot: lot, wafers: wafers),
        files: OutputChoice()
      )
      .joint()
    }
  }
}
