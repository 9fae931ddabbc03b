public import FabDiagnostics
import FabHash
import FabTensor
import FabTransformer
import Foundation

/// What `transformer train` does: train a network on a generated task, and write its checkpoint.
public struct TransformerTrainJob {
  private let request: TransformerTrainRequest
  private let progress: (TransformerTrainProgress) -> Void

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - progress: Called about twice a second.
  public init(
    request: TransformerTrainRequest,
    progress: @escaping (TransformerTrainProgress) -> Void
  ) {
    self.request = request
    self.progress = progress
  }

  /// Seconds between two reports.
  private static let reportSeconds = 0.5
  /// Seconds of training that an interruption loses at most.
  private static let saveSeconds = 60.0

  /// Trains, writes the state once a minute and the weights at the end, and tests them.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the checkpoint can't be read or written, or is of something else.
  public func run() throws(DiagnosticError) -> CommandOutput {
    guard request.testCount > 0 else {
      throw DiagnosticError(TrainingError.emptyDataset.diagnostic())
    }
    try SingleFile(path: request.output).checkFree(replaces: request.replaces || request.resumes)
    switch request.task {
    case .scenes:
      return try train(
        try attempt { () throws(TrainingError) in
          var sizes = SceneNetworkSizes.standard
          sizes.normalization = request.normalization
          return try SceneLearner(sizes, difficulty: request.difficulty, seed: request.seed)
        }
      )
    case .tracking(let modality):
      return try train(
        try attempt { () throws(TrainingError) in
          var sizes = TrackingNetworkSizes.standard
          sizes.normalization = request.normalization
          return try TrackingLearner(
            sizes,
            modality: modality,
            difficulty: request.difficulty,
            seed: request.seed
          )
        }
      )
    }
  }

  private func train<Student: Learner>(
    _ learner: Student
  ) throws(DiagnosticError) -> CommandOutput {
    let workers = Workers(max(1, ProcessInfo.processInfo.activeProcessorCount))
    let settings = request.settings
    let run: TrainingRun<Student>
    if request.resumes {
      let bytes = try InputFile.bytes(at: request.output, limit: TrainedNetwork.limit)
      run = try attempt { () throws(TrainingError) in
        try TrainingRun(
          resuming: try Checkpoint<Float>.read(bytes),
          learner,
          settings: settings,
          workers: workers
        )
      }
    } else {
      run = try attempt { () throws(TrainingError) in
        try TrainingRun(learner, settings: settings, workers: workers)
      }
    }
    try work(run)
    try save(run)
    return try EvaluationOutput(
      network: TrainedNetwork(path: request.output),
      count: request.testCount,
      seed: nil,
      workers: workers,
      heading: "wrote \(request.output)\n"
    )
    .output()
  }

  private func work(_ run: TrainingRun<some Learner>) throws(DiagnosticError) {
    let clock = ContinuousClock()
    let (start, firstStep) = (clock.now, run.step)
    var (reported, saved) = (start, start)
    var (sum, count): (Float, Int) = (0, 0)
    while let loss = try attempt(run.advance) {
      sum += loss
      count += 1
      let now = clock.now
      if Self.seconds(now - reported) >= Self.reportSeconds || run.step == run.settings.steps {
        progress(
          TransformerTrainProgress(
            step: run.step,
            steps: run.settings.steps,
            loss: sum / Float(count),
            stepsPerSecond: Double(run.step - firstStep) / max(Self.seconds(now - start), 1e-9)
          )
        )
        (reported, sum, count) = (now, 0, 0)
      }
      if Self.seconds(now - saved) >= Self.saveSeconds {
        try save(run)
        saved = now
      }
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + 1e-18 * Double(duration.components.attoseconds)
  }

  private func save(_ run: TrainingRun<some Learner>) throws(DiagnosticError) {
    try SingleFile(path: request.output).write(run.checkpoint().encoded(), replaces: true)
  }

  private func attempt<Result>(
    _ body: () throws(TrainingError) -> Result
  ) throws(DiagnosticError) -> Result {
    do throws(TrainingError) {
      return try body()
    } catch {
      let options = ["steps": "--steps", "difficulty": "--difficulty"]
      throw DiagnosticError(error.diagnostic(file: request.output, options: options))
    }
  }
}
