import FabTasks
import FabTensor
import FabTransformer

/// Test samples that a network answers, in numbers or with operators of hardware.
struct NetworkTest {
  let learner: TrainedNetwork.Learner
  let count: Int
  /// The seed of the samples; `nil` for that of the training.
  let seed: UInt64?
  let workers: Workers
  /// The part of the data set.
  var split = DataSplit.test

  /// The way to compute without errors of hardware.
  static let ideal = "ideal"

  /// Answers all samples.
  ///
  /// - Parameters:
  ///   - mode: What the way to compute is called.
  ///   - die: The die whose operators are used; `nil` for ideal ones.
  /// - Returns: How many answers are right.
  /// - Throws: ``TrainingError``.
  func result(
    _ mode: String = ideal,
    on die: HardwareDie? = nil
  ) throws(TrainingError) -> EvaluationReport.Result {
    let tape = Tape(parameters: learner.parameters, workers: workers, mode: .inference)
    if let die {
      die.restart(pass: 0)
      tape.execution = die.execution()
    }
    switch learner {
    case .scenes(let learner):
      let task = try attempt { () throws(TaskError) in
        try SceneTask(difficulty: learner.task.difficulty, seed: seed ?? learner.task.seed)
      }
      let evaluation = try learner.evaluate(task, split, 0..<count, on: tape)
      return EvaluationReport.Result(mode, die?.seed, evaluation, seed: task.seed)
    case .tracking(let learner):
      let task = try attempt { () throws(TaskError) in
        try TrackingTask(difficulty: learner.task.difficulty, seed: seed ?? learner.task.seed)
      }
      let found = try learner.predictions(task, split, 0..<count, on: tape)
      var result = EvaluationReport.Result(mode, die?.seed, found.evaluation, seed: task.seed)
      let score = try attempt { () throws(TaskError) in try found.score }
      result.normalizedPrecisionPercent = 100 * score.normalizedPrecision
      result.successPercent = 100 * score.success
      return result
    }
  }

  private func attempt<Value>(
    _ body: () throws(TaskError) -> Value
  ) throws(TrainingError) -> Value {
    do throws(TaskError) {
      return try body()
    } catch {
      throw .task(error)
    }
  }
}
