import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab export g85`: the bins of a wafer as SEMI G85.
struct ExportG85Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "g85",
    abstract: "Write the newest bins of a wafer as a SEMI G85 map.",
    discussion: """
      All PCUs stand on one grid, by who is left of and above whom. 'pcu-fab yield import' takes the map back.

      Example: pcu-fab export g85 L1-01 --out L1-01.xml
      """
  )

  @Argument(help: "The wafer.") var wafer: String
  @Option(help: "PCU, D1, D2, M1 or M2.") var component = "PCU"
  @Option(help: "The file.", completion: .file(extensions: ["xml"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MapExportJob(
        session: store.session,
        format: .g85,
        wafer: wafer,
        component: component,
        out: out,
        replaces: force
      )
      .run()
    }
  }
}
