import ArgumentParser
import FabDiagnostics
import FabTransformer
import FabWorkflow

/// `pcu-fab transformer fine-tune`.
struct TransformerFineTuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fine-tune",
    abstract:
      "Train a network on with what hardware makes of its operators, and say what that helps.",
    discussion: """
      Forward passes use the operators of a codebook on a die, gradients those of the ideal ones: y = codebook(x) + f(x) - \
      stopGradient(f(x)). --mode die tunes for one die as it is, population for dies that are drawn anew at every step, \
      without-bypass for one die with gradients that stop at operators that are looked up. Each is told before and after, on another \
      die, and after a short tuning on that one. With --dies 5 all of it is done for five dies, and intervals are told.

      --out writes the weights of the first mode and the first die, with what they were tuned for; evaluate refuses another \
      process or wafer for them. The published figures stand beside; they are of another task.

      Keys of --json: checkpoint, checkpointHash, network, modality, hardware (as of evaluate), baselinePercent, count, steps, rate, \
      dieSteps, output, results (mode, die, otherDie, beforePercent, afterPercent, otherDieBeforePercent, otherDiePercent, \
      otherDieStepPercent, idealAfterPercent, curve with step, accuracyPercent, loss), summary (mode, dies; before, after, \
      otherDie, otherDieStep, each with meanPercent, lowPercent, highPercent; belowBaselinePoints), paper.

      Examples:
        pcu-fab transformer fine-tune scenes --codebook W12.codebook --mode die --out scenes-W12.safetensors
        pcu-fab transformer fine-tune scenes --codebook population.codebook --dies 5 --svg curves.svg
      """
  )

  @OptionGroup var checkpoint: CheckpointArgument

  @Option(help: "The codebook.", completion: .file(extensions: ["codebook"]))
  var codebook: String

  @Option(
    help: "What it's tuned for: die, population or without-bypass; may be repeated. (default: all)",
    transform: choice
  )
  var mode: [FineTuningMode] = []

  @Option(help: "The steps.") var steps = 600

  @Option(help: "The highest learning rate.") var rate = 5e-4

  @Option(help: "The steps on another die after that.") var dieSteps = 100

  @Option(help: "The test samples.") var count = 4000

  @Option(help: "The validation samples of each point of the curve; 0 for no curve.")
  var curveCount = 500

  @Option(help: "The checkpoint to write.", completion: .file(extensions: ["safetensors"]))
  var out: String?

  @Option(help: "Draw how accuracy rises with the steps.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Replace files that exist.") var force = false

  @OptionGroup(title: "Hardware") var hardware: HardwareOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1_000_000).contains(steps) else {
      throw ValidationError("--steps is \(steps); expected 1...1000000")
    }
    guard (0...1_000_000).contains(dieSteps) else {
      throw ValidationError("--die-steps is \(dieSteps); expected 0...1000000")
    }
    guard rate > 0, rate <= 1 else {
      throw ValidationError("--rate is \(rate); expected above 0, at most 1")
    }
    guard (1...10_000_000).contains(count) else {
      throw ValidationError("--count must be between 1 and 10000000; found \(count)")
    }
    guard (0...1_000_000).contains(curveCount) else {
      throw ValidationError("--curve-count is \(curveCount); expected 0...1000000")
    }
    guard Set(mode).count == mode.count else {
      throw ValidationError("--mode names one twice; each is done once")
    }
  }

  func run() throws {
    var request = FineTuneRequest(
      checkpoint: checkpoint.checkpoint,
      hardware: try hardware.request(codebook: codebook)
    )
    if !mode.isEmpty { request.modes = mode }
    request.steps = steps
    request.rate = rate
    request.dieSteps = dieSteps
    request.count = count
    request.curveCount = curveCount
    request.output = out
    request.svg = svg
    request.replaces = force
    let bar = ProgressBar(output.console)
    let start = ContinuousClock.now
    try output.print { () throws(DiagnosticError) in
      defer { bar.finish() }
      return try FineTuneJob(request: request, files: .ofTool) { share, text in
        let spent = Double((ContinuousClock.now - start).components.seconds)
        bar.show(share, text, secondsLeft: share > 0 ? spent * (1 - share) / share : 0)
      }
      .run()
    }
  }
}
