import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// Options of every command that writes the bins of a wafer as a map.
struct MapExportOptions: ParsableArguments {
  @Argument(help: "The wafer.") var wafer: String
  @Option(help: "The file.", completion: .file(extensions: ["xml"])) var out: String
  @Flag(help: "Replace an existing file.") var force = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  /// Writes the map.
  func write(_ format: MapExportJob.Format, component: String) throws {
    try output.print { () throws(DiagnosticError) in
      try MapExportJob(
        session: store.session,
        format: format,
        wafer: wafer,
        component: component,
        out: out,
        replaces: force
      )
      .run()
    }
  }
}
