import ArgumentParser
import FabDiagnostics
import FabOperators
import FabUnits
import FabWorkflow

/// `pcu-fab transformer evaluate`.
struct TransformerEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract:
      "Test a trained network on generated samples that it never saw, in numbers or on hardware.",
    discussion: """
      Intervals are Wilson's at 95 %. A target counts as found where its centre is off by at most 4 of 64 pixels.

      With --codebook the network runs by what units of operators really do (pcu-fab codebook build): once with the mean unit \
      everywhere, then on dies whose units differ, whose weights err and whose readings scatter. A die is drawn from its seed and \
      stays as it is; equal seeds give equal dies. --ablation takes each kind of operator alone, the others ideal. \
      Batch normalisations are folded into the weights before. A network that was fine-tuned for a process or a wafer refuses a \
      codebook of another one, unless --allow names what may differ. Inputs outside the domain of a codebook are counted.

      --circuit solves one layer: its weights programmed pulse by pulse into crossbars with lines, its multipliers, softmax and \
      activations diode by diode, with the very units that the die has from the codebook of a bench; the same samples by the \
      codebook stand beside.

      Keys of --json: checkpoint, checkpointHash, network, modality, difficulty, trainingSeed, trainingSteps, isFinished, \
      parameters, split; results (mode: ideal, mean, spread or circuit; die, operators, seed, count, accuracyPercent, lowPercent, \
      highPercent; groups with name, count, correct, accuracyPercent, lowPercent, highPercent; of tracking \
      normalizedPrecisionPercent at 0.2 and successPercent); on hardware also hardware (codebook, codebookHash, source, recipeHash, \
      layoutHash, wafer, temperatureKelvin, calibration, weightNoise, softmax), summary (mode, operators, dies, meanPercent, \
      lowPercent, highPercent, smallestPercent, largestPercent), features (layer, mode, errorPercent, channelErrorsPercent), \
      outside (mode, name, outside, total, percent).

      Examples:
        pcu-fab transformer evaluate scenes
        pcu-fab transformer evaluate mine.safetensors --count 20000 --json
        pcu-fab transformer evaluate scenes --codebook population.codebook --dies 5 --ablation --svg features.svg
      """
  )

  @OptionGroup var checkpoint: CheckpointArgument

  @Option(help: "The test samples.") var count = 4000

  @Option(help: "The seed of the samples. (default: that of the training; its test split is apart)")
  var seed: UInt64?

  @Option(
    help: "Run it by this codebook.",
    completion: .file(extensions: ["codebook"])
  )
  var codebook: String?

  @Flag(help: "Take each kind of operator alone, too.") var ablation = false

  @Option(
    help:
      "Solve the circuits of this layer, such as encoder.0, for every input instead of looking them up."
  )
  var circuit: String?

  @Option(help: "The test samples of --circuit.") var circuitCount = 100

  @Option(help: "The most rows and columns of the crossbars of --circuit.") var tile = 16

  @Option(
    help: "The resistance of each piece of line of these crossbars. (default: 1 ohm)",
    transform: quantity
  )
  var segment: Resistance?

  @Option(
    help: "Draw how far features are off, by layer and channel.",
    completion: .file(extensions: ["svg"])
  )
  var svg: String?

  @Flag(help: "Replace a picture that exists.") var force = false

  @OptionGroup(title: "Hardware") var hardware: HardwareOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if codebook == nil, ablation || svg != nil || circuit != nil || hardware.isUsed {
      throw ValidationError(
        "--ablation, --circuit, --svg and what says on which hardware are for --codebook"
      )
    }
    if circuit == nil, circuitCount != 100 || tile != 16 || segment != nil {
      throw ValidationError("--circuit-count, --tile and --segment are for --circuit")
    }
    guard (1...100_000).contains(circuitCount) else {
      throw ValidationError("--circuit-count is \(circuitCount); expected 1...100000")
    }
    guard (1...1024).contains(tile) else {
      throw ValidationError("--tile is \(tile); expected 1...1024")
    }
    if let segment, segment < .zero {
      throw ValidationError("--segment must not be negative")
    }
    guard (1...10_000_000).contains(count) else {
      throw ValidationError("--count must be between 1 and 10000000; found \(count)")
    }
  }

  func run() throws {
    guard let codebook else {
      return try output.print { () throws(DiagnosticError) in
        try TransformerEvaluateJob(
          checkpoint: checkpoint.checkpoint,
          count: count,
          seed: seed,
          files: .ofTool
        )
        .run()
      }
    }
    let request = try hardware.request(codebook: codebook)
    var choices = HardwareEvaluationChoices(count: count)
    choices.seed = seed
    choices.isAblation = ablation
    choices.circuit = circuit
    choices.circuitCount = circuitCount
    choices.lines.tile = tile
    if let segment { choices.lines.segment = segment.siValue }
    choices.svg = svg
    choices.replaces = force
    let bar = ProgressBar(output.console)
    let start = ContinuousClock.now
    try output.print { () throws(DiagnosticError) in
      defer { bar.finish() }
      return try HardwareEvaluationJob(
        checkpoint: checkpoint.checkpoint,
        request: request,
        choices: choices,
        files: .ofTool
      ) { share, text in
        let spent = Double((ContinuousClock.now - start).components.seconds)
        bar.show(share, text, secondsLeft: share > 0 ? spent * (1 - share) / share : 0)
      }
      .run()
    }
  }
}
