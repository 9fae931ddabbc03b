import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab export stdf`: bins and values as test data.
struct ExportSTDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stdf",
    abstract: "Write bins and measured values of wafers as a Standard Test Data File, version 4.",
    discussion: """
      A part is a PCU, its bin that of the PCU. Results are the newest values of each characteristic, 'D1.ideality' for that \
      of a component, and 'D1.bin' for the bins of components. Times are those of the measurements.

      Example: pcu-fab export stdf --lot L1 --out L1.stdf
      """
  )

  @Argument(help: "The wafers, of one lot.") var wafers: [String] = []
  @Option(help: "All wafers of this lot.") var lot: String?
  @Option(help: "The file.", completion: .file(extensions: ["stdf"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (lot != nil) != !wafers.isEmpty else { throw ValidationError("name wafers, or --lot") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try STDFExportJob(
        session: store.session,
        wafers: wafers,
        lot: lot,
        out: out,
        replaces: force
      )
      .run()
    }
  }
}
