import ArgumentParser
import FabDiagnostics
import FabTensor
import FabTransformer
import FabWorkflow

/// `pcu-fab transformer train`.
struct TransformerTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract:
      "Train a network on a generated task: questions about scenes, or tracking in visible and thermal pictures.",
    discussion: """
      Nothing has to be downloaded: samples are functions of difficulty, seed and number, and test samples are never trained \
      on. The state is saved to --out once a minute; a training that was stopped goes on with --resume and the same options, \
      bit by bit as if it hadn't been stopped. At the end the statistics of batch normalisations are set anew, the weights are \
      saved alone, and the network is tested. Equal options give equal bytes, with any number of cores.

      Keys of --json: as of pcu-fab transformer evaluate.

      Examples:
        pcu-fab transformer train scenes --out scenes.safetensors
        pcu-fab transformer train tracking --modality fused --out tracking-fused.safetensors
        pcu-fab transformer train scenes --out scenes.safetensors --resume
      """
  )

  @Argument(help: "What is learned: scenes or tracking.")
  var task: LearningTask

  @Option(
    help: "What a tracker sees: visible, thermal or fused. (default: fused)",
    transform: choice
  )
  var modality: TrackingModality?

  @Option(help: "How hard the samples are: easy, standard or hard.")
  var difficulty = "standard"

  @Option(
    help:
      "Batch, layer, repBatch, or progressive: from layer to batch normalisation over the first half of the steps.",
    transform: choice
  )
  var normalization = Normalization<Float>.Kind.batch

  @Option(help: "The steps of the training. (default: those of the checkpoints that come along)")
  var steps: Int?

  @Option(help: "The seed of weights and samples.")
  var seed: UInt64 = 1

  @Option(
    help: "The checkpoint to write. (default: scenes.safetensors, tracking-fused.safetensors, …)",
    completion: .file(extensions: ["safetensors"])
  )
  var out: String?

  @Flag(help: "Go on with the interrupted training of --out.") var resume = false

  @Flag(help: "Replace a checkpoint that exists.") var force = false

  @Option(help: "The test samples at the end.") var count = 4000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let steps, steps < 1 { throw ValidationError("--steps must be at least 1; found \(steps)") }
    guard count > 0 else { throw ValidationError("--count must be at least 1; found \(count)") }
    if task == .scenes, modality != nil {
      throw ValidationError("--modality belongs to tracking")
    }
    if resume, force { throw ValidationError("--resume goes on with a file, --force replaces it") }
  }

  func run() throws {
    let seen = modality ?? .fused
    let name = task == .scenes ? "scenes" : "tracking-\(seen.rawValue)"
    var request = TransformerTrainRequest(
      task == .scenes ? .scenes : .tracking(seen),
      output: out ?? "\(name).safetensors"
    )
    request.difficulty = difficulty
    request.normalization = normalization
    request.steps = steps
    request.seed = seed
    request.resumes = resume
    request.replaces = force
    request.testCount = count
    let bar = ProgressBar(output.console)
    try output.print { () throws(DiagnosticError) in
      defer { bar.finish() }
      return try TransformerTrainJob(request: request) { progress in
        bar.show(
          progress.share,
          "step \(progress.step)/\(progress.steps)  loss \(progress.loss.shown(3))  "
            + "\(Float(progress.stepsPerSecond).shown(1)) steps/s",
          secondsLeft: progress.secondsLeft
        )
      }
      .run()
    }
  }
}

extension Float {
  /// The number with so many decimals.
  fileprivate func shown(_ decimals: Int) -> String {
    var unit: Float = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (self * unit).rounded()
    guard scaled.isFinite, abs(scaled) < 1e9 else { return "\(self)" }
    let digits = String(abs(Int(scaled)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
