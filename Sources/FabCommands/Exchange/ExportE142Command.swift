import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab export e142`: the bins of a wafer as SEMI E142.
struct ExportE142Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "e142",
    abstract: "Write the newest bins of a wafer as a SEMI E142 map.",
    discussion: """
      Arrays and singles are layouts of their own, since they share no step. 'pcu-fab yield import' takes the map back.

      Example: pcu-fab export e142 L1-01 --component all --out L1-01.xml
      """
  )

  @Argument(help: "The wafer.") var wafer: String
  @Option(help: "PCU, D1, D2, M1, M2, or all.") var component = "PCU"
  @Option(help: "The file.", completion: .file(extensions: ["xml"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try MapExportJob(
        session: store.session,
        format: .e142,
        wafer: wafer,
        component: component,
        out: out,
        replaces: force
      )
      .run()
    }
  }
}
