import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab measure list`: what was measured.
struct MeasureListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List what was measured: sets with their means, or with --characteristics what there is to measure."
  )

  @Option(help: "Only of this wafer.") var wafer: String?
  @Option(help: "Only of this characteristic.") var characteristic: String?
  @Flag(help: "List characteristics.") var characteristics = false
  @Flag(help: "List specifications.") var specifications = false
  @Flag(help: "List imports.") var imports = false
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard [characteristics, specifications, imports].count(where: { $0 }) <= 1 else {
      throw ValidationError("one list at a time")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      let session = store.session
      if characteristics { return try EntryListJob<Characteristic>(session: session).run() }
      if specifications { return try EntryListJob<Specification>(session: session).run() }
      if imports { return try EntryListJob<ImportRecord>(session: session).run() }
      return try MeasurementListJob(
        session: session,
        wafer: wafer,
        characteristic: characteristic
      )
      .run()
    }
  }
}
