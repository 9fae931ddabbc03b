import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab transformer evaluate`.
struct TransformerEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Test a trained network on generated samples that it never saw.",
    discussion: """
      Intervals are Wilson's at 95 %. A target counts as found where its centre is off by at most 4 of 64 pixels.

      Keys of --json: checkpoint, checkpointHash, network, modality, difficulty, trainingSeed, trainingSteps, isFinished, \
      parameters, split; results (mode: ideal; seed, count, accuracyPercent, lowPercent, highPercent; groups with name, \
      count, correct, accuracyPercent, lowPercent, highPercent; of tracking normalizedPrecisionPercent at 0.2 and \
      successPercent).

      Examples:
        pcu-fab transformer evaluate scenes
        pcu-fab transformer evaluate mine.safetensors --count 20000 --json
      """
  )

  @OptionGroup var checkpoint: CheckpointArgument

  @Option(help: "The test samples.") var count = 4000

  @Option(help: "The seed of the samples. (default: that of the training; its test split is apart)")
  var seed: UInt64?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...10_000_000).contains(count) else {
      throw ValidationError("--count must be between 1 and 10000000; found \(count)")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try TransformerEvaluateJob(
        checkpoint: checkpoint.checkpoint,
        count: count,
        seed: seed,
        files: .ofTool
      )
      .run()
    }
  }
}
