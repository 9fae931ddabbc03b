import ArgumentParser
import FabWorkflow

/// The root of the command line.
struct PCUFabCommand: ParsableCommand {
  /// Name, summary and subcommands.
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "The workbench of a lab that makes perovskite computing units (PCUs).",
    discussion: """
      Results go to standard output, everything else to standard error. Exit status: 0 clean; 1 findings \
      (a rule, a comparison or a limit failed); 2 could not run (bad file, input or output); 64 usage.
      """,
    version: "\(Tool.name) \(Tool.version)",
    subcommands: [
      LayoutCommand.self, RecipeCommand.self, MaskCommand.self, ExtractCommand.self,
      VerifyCommand.self,
      SimulateCommand.self, CodebookCommand.self, TransformerCommand.self,
      MaterialCommand.self, EquipmentCommand.self, LotCommand.self, WaferCommand.self,
      RunCommand.self, HoldCommand.self, ReleaseCommand.self, TraceCommand.self, LoadCommand.self,
      MeasureCommand.self, YieldCommand.self, SpcCommand.self,
      ExportCommand.self, ReportCommand.self,
      DatabaseCommand.self, AuditCommand.self, DoctorCommand.self,
      DiagnosticsCommand.self,
    ]
  )
}
