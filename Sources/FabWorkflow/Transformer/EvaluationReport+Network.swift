import FabHash
import FabTasks
import FabTensor
import FabTransformer

extension EvaluationReport {
  /// A report without results.
  init(of network: TrainedNetwork) {
    let checkpoint = network.checkpoint
    self.init(
      checkpoint: network.path,
      checkpointHash: network.hash.hexadecimal,
      network: "",
      modality: nil,
      difficulty: "",
      trainingSeed: checkpoint.seed,
      trainingSteps: checkpoint.step,
      isFinished: checkpoint.isFinished,
      parameters: network.learner.parameters.trainedCount,
      split: DataSplit.test.name,
      results: []
    )
    switch network.learner {
    case .scenes(let learner):
      self.network = SceneLearner.name
      difficulty = learner.difficulty
    case .tracking(let learner):
      self.network = TrackingLearner.name
      modality = learner.network.modality.rawValue
      difficulty = learner.difficulty
    }
  }

  /// What samples are called.
  var noun: String { modality == nil ? "questions" : "pairs" }

  /// What the share of right samples is called.
  var rightTitle: String { modality == nil ? "right/%" : "within 4 px/%" }
}
