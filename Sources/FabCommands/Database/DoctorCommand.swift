import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab doctor`: whether this machine and the database are fit for work.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say whether this machine and the database are fit for work.",
    discussion: "Exit status 1 if something isn't."
  )
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try DoctorJob.run(store.path, files: .ofTool)
    }
  }
}
