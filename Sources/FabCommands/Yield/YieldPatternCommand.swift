import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield pattern`: where devices fail.
struct YieldPatternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pattern",
    abstract: "Say whether failing PCUs of a wafer lie together: centre, ring, edge, scratch."
  )
  @Argument(help: "The wafer.") var wafer: String
  @Option(help: "What fails: D1, D2, M1, M2 or PCU.") var component = "PCU"
  @Option(help: "The seed of the permutations.") var seed: UInt64 = 1
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = YieldPatternJob(
        session: store.session,
        wafer: wafer,
        component: component,
        files: files.choice
      )
      job.seed = seed
      return try job.run()
    }
  }
}
