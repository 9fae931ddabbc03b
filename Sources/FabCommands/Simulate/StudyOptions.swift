public import ArgumentParser
import FabDiagnostics
import FabUnits
public import FabWorkflow

extension StudyConditions.Spread: ExpressibleByArgument {}

/// Which units are studied: how many, how different, under which conditions.
struct StudyOptions: ParsableArguments {
  @Option(help: "The operators, separated by commas. (default: all)")
  var operators: String?

  @Option(help: "The number of units of each operator.")
  var units = 1000

  @Option(help: "The seed of all random numbers; equal seeds give equal results.")
  var seed: UInt64 = 1

  @Option(help: "How devices differ: matched, raw (as fabricated) or none.")
  var spread = StudyConditions.Spread.matched

  @Option(
    parsing: .unconditional,
    help: "The temperature; bias voltages stay those of 25 degC. (default: 25 degC)",
    transform: { try quantity($0) as Temperature }
  )
  var temperature: Temperature?

  @Option(
    help: "Relative spread of a reading, for instance '1 %'. (default: the calibrated one)",
    transform: { try quantity($0) as Fraction }
  )
  var readoutSpread: Fraction?

  @Option(
    help: "Spread of the amplifiers' offset voltages, for instance '0.5 mV'. (default: 0 V)",
    transform: { try quantity($0) as Voltage }
  )
  var amplifierOffset: Voltage?

  @Flag(help: "Trim one gain of each unit.")
  var trim = false

  /// The names of the operators, none for all.
  var names: [String] {
    (operators ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
  }

  /// The conditions.
  var conditions: StudyConditions {
    var conditions = StudyConditions()
    conditions.units = units
    conditions.seed = seed
    conditions.spread = spread
    if let temperature { conditions.temperature = temperature }
    conditions.readoutSpread = readoutSpread?.siValue
    if let amplifierOffset { conditions.amplifierOffset = amplifierOffset }
    conditions.trimsGain = trim
    return conditions
  }
}
