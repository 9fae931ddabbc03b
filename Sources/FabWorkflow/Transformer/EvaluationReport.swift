import FabNumerics
import FabTasks
import FabTransformer

/// How well a trained network does: printed with `--json`.
struct EvaluationReport: Encodable {
  /// Samples of one kind.
  struct Group: Encodable {
    var name: String
    var count: Int
    var correct: Int
    var accuracyPercent: Double?
    var lowPercent: Double?
    var highPercent: Double?

    init(_ group: Evaluation.Group) {
      name = group.name
      count = group.count
      correct = group.correct
      let share = group.share
      accuracyPercent = share.map { 100 * $0.share }
      lowPercent = share.map { 100 * $0.range.lowerBound }
      highPercent = share.map { 100 * $0.range.upperBound }
    }
  }

  /// What one way to compute gives on the samples of one seed.
  struct Result: Encodable {
    var mode: String
    var seed: UInt64
    var accuracyPercent: Double?
    var lowPercent: Double?
    var highPercent: Double?
    var count: Int
    var groups: [Group]
    var normalizedPrecisionPercent: Double?
    var successPercent: Double?
  }

  var checkpoint: String
  var checkpointHash: String
  var network: String
  var modality: String?
  var difficulty: String
  var trainingSeed: UInt64
  var trainingSteps: Int
  var isFinished: Bool
  var parameters: Int
  var split: String
  var results: [Result]
}
