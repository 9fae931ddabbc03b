import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab simulate calibrate`.
struct SimulateCalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract:
      "Find the spreads at which dividers and vector products err as published; predict the rest.",
    discussion: """
      The spread of a reading is fitted to the published 0.78 % of vector products, then the own spread of a diode's \
      ln I0 to the 5.66 % of dividers. Multipliers and softmax units are left as predictions, with what they differ by.
      """
  )

  @Option(help: "The number of units of each study; 20000 for figures to quote.")
  var units = 20_000

  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1

  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console
    try output.print { () throws(DiagnosticError) in
      try CalibrationJob(units: units, seed: seed) { console.remark($0) }.run()
    }
  }
}
