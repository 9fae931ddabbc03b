import ArgumentParser
import FabDiagnostics
import FabStore
import FabUnits
import FabWorkflow

/// `pcu-fab run step`: what was really done.
struct RunStepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Record what was done in a step, beside what was planned.",
    discussion: """
      The step is a number or a name such as pvk/deposit. A step that is recorded again counts as another attempt. --at is \
      the moment it ended.

      Example: pcu-fab run step R1 pvk/deposit --thickness '252 nm' --rate '1.02 A/s' --material PBI2-7=950
      """
  )
  @Argument(help: "The run.") var code: String
  @Argument(help: "The step.") var step: String
  @Option(help: "Thickness.", transform: quantity) var thickness: Length?
  @Option(help: "Mean rate.", transform: quantity) var rate: DepositionRate?
  @Option(help: "Standard deviation of the rate.", transform: quantity) var rateSd: DepositionRate?
  @Option(help: "Temperature.", transform: quantity) var temperature: Temperature?
  @Option(help: "Pressure at the start.", transform: quantity) var pressure: Pressure?
  @Option(help: "Pressure at the end.", transform: quantity) var pressureEnd: Pressure?
  @Option(help: "How long it took. (default: from --started to --at)", transform: quantity)
  var time: Time?
  @Option(help: "The tooling factor that was set. (default: the newest calibration)")
  var tooling: Double?
  @Option(
    parsing: .upToNextOption,
    help: "Bottles that were used, each with the milligrams taken if known: PBI2-7=950."
  )
  var material: [String] = []
  @Option(
    help: "The crystal monitor's log; it is kept, and fills what isn't given here.",
    completion: .file()
  )
  var qcm: String?
  @Option(help: "The layer of a log with several, from 1.") var layer: Int?
  @Option(help: "When it began.") var started: String?
  @Option(help: "A remark: what deviated, and why.") var note: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      let session = change.session
      var actual = RunStep(
        run: code,
        seq: 0,
        attempt: 0,
        endedAt: try session.eventTime(),
        operatorName: session.actor
      )
      actual.thicknessNm = thickness?.value(in: .nanometre)
      actual.rateAPerS = rate?.value(in: .angstromPerSecond)
      actual.rateSdAPerS = rateSd?.value(in: .angstromPerSecond)
      actual.temperatureC = temperature?.value(in: .celsius)
      actual.pressurePa = pressure?.value(in: .pascal)
      actual.pressureEndPa = pressureEnd?.value(in: .pascal)
      actual.timeS = time?.value(in: .second)
      actual.tooling = tooling
      actual.note = note
      var job = RunStepJob(session: session, step: step, actual: actual)
      job.started = started
      job.monitor = qcm.map { MonitorLogRequest(file: $0) }
      job.monitor?.layer = layer
      job.materials = try material.map { (text) throws(DiagnosticError) in try use(text) }
      return try job.run()
    }
  }

  private func use(_ text: String) throws(DiagnosticError) -> (lot: String, mg: Double?) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (text, nil) }
    guard let mg = Double(parts[1]), mg.isFinite, mg > 0 else {
      throw DiagnosticError(
        Diagnostic(
          .notANumber,
          at: .argument("--material"),
          "'\(parts[1])' is no positive number of milligrams",
          fixes: ["write it like \(parts[0])=950"]
        )
      )
    }
    return (parts[0], mg)
  }
}
