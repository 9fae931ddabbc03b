import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab simulate crossbar`.
struct SimulateCrossbarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossbar",
    abstract: "Simulate an array with resistance in its lines: what a column's current loses.",
    discussion: """
      Sources are at the left ends of word lines, virtual grounds at the lower ends of bit lines. Conductances are drawn \
      uniformly from a range. With --selector a diode lies in series with every memristor; the array is then solved by \
      Newton's method.

      Examples:
        pcu-fab simulate crossbar --rows 128 --columns 128 --svg crossbar.svg
        pcu-fab simulate crossbar --rows 64 --columns 64 --selector --amplitude '0.8 V'
        pcu-fab simulate crossbar --rows 3 --columns 3 --word-segment '80 ohm' --bit-segment '5 ohm'
      """
  )

  @Option(help: "The number of word lines.")
  var rows = 64

  @Option(help: "The number of bit lines.")
  var columns = 64

  @Option(
    parsing: .unconditional,
    help: "The smallest conductance. (default: 1 µS)",
    transform: quantity
  )
  var smallestConductance: Conductance?

  @Option(
    parsing: .unconditional,
    help: "The largest conductance. (default: 100 µS)",
    transform: quantity
  )
  var largestConductance: Conductance?

  @Option(
    parsing: .unconditional,
    help: "The resistance of a piece of word line. (default: 2 ohm)",
    transform: quantity
  )
  var wordSegment: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The resistance of a piece of bit line. (default: 2 ohm)",
    transform: quantity
  )
  var bitSegment: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The resistance of a source. (default: 0 ohm)",
    transform: quantity
  )
  var sourceResistance: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The resistance before a virtual ground. (default: 0 ohm)",
    transform: quantity
  )
  var terminationResistance: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The voltage of the sources. (default: 0.1 V, with selectors 0.8 V)",
    transform: quantity
  )
  var amplitude: Voltage?

  @Flag(help: "Put the nominal diode in series with every memristor.")
  var selector = false

  @Flag(help: "Draw each source's voltage between zero and the amplitude, instead of all alike.")
  var randomInputs = false

  @Option(help: "The seed of conductances and inputs.")
  var seed: UInt64 = 1

  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try CrossbarJob(request: request, files: files.choice).run()
    }
  }

  private var request: CrossbarRequest {
    var request = CrossbarRequest(rows: rows, columns: columns, seed: seed)
    if let smallestConductance { request.smallestConductance = smallestConductance }
    if let largestConductance { request.largestConductance = largestConductance }
    if let wordSegment { request.wordSegment = wordSegment }
    if let bitSegment { request.bitSegment = bitSegment }
    if let sourceResistance { request.sourceResistance = sourceResistance }
    if let terminationResistance { request.terminationResistance = terminationResistance }
    request.amplitude = amplitude
    request.hasSelectors = selector
    request.hasRandomInputs = randomInputs
    return request
  }
}
