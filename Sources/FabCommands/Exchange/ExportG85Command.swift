import ArgumentParser
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

  @Option(help: "PCU, D1, D2, M1 or M2.") var component = "PCU"
  @OptionGroup var options: MapExportOptions

  func run() throws { try options.write(.g85, component: component) }
}
