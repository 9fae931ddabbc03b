import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab simulate operators`.
struct SimulateOperatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operators",
    abstract: "Simulate what operators of PCUs compute, the published errors beside ours.",
    discussion: """
      Many units of each operator are drawn from the spread of devices, configured and used on a bench; errors follow \
      from devices, lines and readings alone. Spreads are calibrated on dividers and vector products, the rest is \
      prediction. For the PCUs of a layout use 'pcu-fab verify'. Exit status 1 if an operator is beyond its limit.

      Keys of --json: seed, spread, temperatureKelvin, readoutSpreadPercent, amplifierOffsetVolt, trimsGain; operators \
      (name, verdict "pass", "fail", "noLimit" or "notWorking", pcus, units, failedUnits, meanRelativeErrorPercent, \
      standardErrorPercent, medianRelativeErrorPercent, percentile95RelativeErrorPercent, meanFullScaleErrorPercent, \
      tenUnitSpreadPercent, paperPercent, limitPercent, limitMetric, regions and more).

      Examples:
        pcu-fab simulate operators
        pcu-fab simulate operators --operators divider,multiplier --units 20000 --svg operators.svg
        pcu-fab simulate operators --spread raw --trim
        pcu-fab simulate operators --temperature '35 degC' --operators softmax
      """
  )

  @Option(
    help: "A SPICE file to write: the bench of the one operator chosen, for ngspice.",
    completion: .file(extensions: ["cir", "sp"])
  )
  var spice: String?

  @Option(
    help:
      "Open-loop gain of the amplifiers: also print what it changes. (default: ideal amplifiers)"
  )
  var amplifierGain: Double?

  @OptionGroup var study: StudyOptions
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  private var conditions: StudyConditions {
    var conditions = study.conditions
    conditions.amplifierGain = amplifierGain
    return conditions
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try OperatorsJob(
        names: study.names,
        conditions: conditions,
        files: files.choice,
        spice: spice
      )
      .run()
    }
  }
}
