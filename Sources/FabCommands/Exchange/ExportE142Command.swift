import ArgumentParser
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

  @Option(help: "PCU, D1, D2, M1, M2, or all.") var component = "PCU"
  @OptionGroup var options: MapExportOptions

  func run() throws { try options.write(.e142, component: component) }
}
