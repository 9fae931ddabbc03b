import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab simulate program`: programming of a multistate memristor.
struct SimulateProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program",
    abstract:
      "Simulate how pulses with verification bring a multistate memristor to a conductance.",
    discussion: """
      Readings alternate with pulses whose amplitude grows from --start by --step; when the state has jumped over its \
      target, they begin anew with the opposite sign. --csv writes the corners of the waveform for a source-measure \
      unit. Exit status 1 if the target isn't reached.

      Examples:
        pcu-fab simulate program --from '10 µS' --to '100 µS'
        pcu-fab simulate program --from 1mS --to 125uS --tolerance 0.5% --svg steps.svg --csv waveform.csv
      """
  )

  @Option(parsing: .unconditional, help: "The conductance before.", transform: quantity)
  var from: Conductance

  @Option(parsing: .unconditional, help: "The conductance to reach.", transform: quantity)
  var to: Conductance

  @Option(
    parsing: .unconditional,
    help: "The first amplitude. (default: 0.2 V)",
    transform: quantity
  )
  var start: Voltage?

  @Option(
    parsing: .unconditional,
    help: "The growth of the amplitude from pulse to pulse. (default: 0.1 V)",
    transform: quantity
  )
  var step: Voltage?

  @Option(
    parsing: .unconditional,
    help: "The largest amplitude. (default: 2 V)",
    transform: quantity
  )
  var limit: Voltage?

  @Option(
    parsing: .unconditional,
    help: "The width of a pulse. (default: 20 ms)",
    transform: quantity
  )
  var width: Time?

  @Option(
    parsing: .unconditional,
    help: "The voltage of a reading. (default: 10 mV)",
    transform: quantity
  )
  var read: Voltage?

  @Option(
    parsing: .unconditional,
    help: "The width of a reading. (default: 20 ms)",
    transform: quantity
  )
  var readWidth: Time?

  @Option(
    parsing: .unconditional,
    help: "The time between two steps. (default: 0 s)",
    transform: quantity
  )
  var gap: Time?

  @Option(
    parsing: .unconditional,
    help: "The deviation from the target that counts as reached. (default: 1 %)",
    transform: quantity
  )
  var tolerance: Fraction?

  @Option(parsing: .unconditional, help: "The most pulses.")
  var pulses = 60

  @Option(
    parsing: .unconditional,
    help: "The area of the device. (default: 0.35 mm2)",
    transform: quantity
  )
  var area: Area?

  @Option(help: "The seed of what differs from pulse to pulse.")
  var seed: UInt64 = 1

  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = ProgramRequest(from: from, to: to)
      request.startVoltage = start ?? request.startVoltage
      request.stepVoltage = step ?? request.stepVoltage
      request.voltageLimit = limit ?? request.voltageLimit
      request.pulseWidth = width ?? request.pulseWidth
      request.readVoltage = read ?? request.readVoltage
      request.readWidth = readWidth ?? request.readWidth
      request.gap = gap ?? request.gap
      request.tolerance = tolerance ?? request.tolerance
      request.pulseLimit = pulses
      request.area = area
      request.seed = seed
      return try ProgramJob(request: request, files: files.choice).run()
    }
  }
}
