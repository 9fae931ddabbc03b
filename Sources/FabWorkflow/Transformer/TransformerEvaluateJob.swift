public import FabDiagnostics
import FabTensor
import FabTransformer
import Foundation

/// What `transformer evaluate` does: test a trained network on samples that it never saw.
public struct TransformerEvaluateJob {
  private let checkpoint: String
  private let count: Int
  private let seed: UInt64?
  private let files: SharedFiles

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - checkpoint: A checkpoint: a file, or the name of one that comes with the tool.
  ///   - count: The samples.
  ///   - seed: The seed of the samples; nil for that of the training.
  ///   - files: The files that come with the tool.
  public init(checkpoint: String, count: Int, seed: UInt64?, files: SharedFiles) {
    self.checkpoint = checkpoint
    self.count = count
    self.seed = seed
    self.files = files
  }

  /// Tests.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the checkpoint can't be read or is of something else, or no samples are asked for.
  public func run() throws(DiagnosticError) -> CommandOutput {
    guard count > 0 else { throw DiagnosticError(TrainingError.emptyDataset.diagnostic()) }
    return try EvaluationOutput(
      network: TrainedNetwork(path: files.checkpoint(checkpoint)),
      count: count,
      seed: seed,
      workers: Workers(max(1, ProcessInfo.processInfo.activeProcessorCount))
    )
    .output()
  }
}
