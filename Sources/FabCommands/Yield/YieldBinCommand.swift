import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab yield bin`: devices into bins.
struct YieldBinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bin",
    abstract: "Sort the devices of wafers into bins, by rules in a file.",
    discussion: "Example: pcu-fab yield bin L1-01 L1-02, or pcu-fab yield bin --lot L1"
  )

  @Argument(help: "The wafers.") var wafers: [String] = []
  @Option(help: "All wafers of this lot.") var lot: String?
  @Option(
    help: "The rules. (default: Bins/pcu-default.yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var rules: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (lot != nil) != !wafers.isEmpty else { throw ValidationError("name wafers, or --lot") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var codes = wafers
      if let lot {
        codes = try change.session.read { (reader) throws(DiagnosticError) in
          _ = try reader.named(Lot.self, lot)
          return try reader.all(Wafer.self, where: ["lot": .text(lot)]).map(\.code)
        }
      }
      return try BinJob(
        session: change.session,
        wafers: codes,
        rules: try SharedFiles.ofTool.binRules(rules)
      )
      .run()
    }
  }
}
