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
    /// The seed of the die; `nil` where there is none.
    var die: UInt64?
    /// The operators that hardware does, where not all of a mode's.
    var operators: [String]?
    var seed: UInt64
    var accuracyPercent: Double?
    var lowPercent: Double?
    var highPercent: Double?
    var count: Int
    var groups: [Group]
    var normalizedPrecisionPercent: Double?
    var successPercent: Double?

    init(_ mode: String, _ die: UInt64?, _ evaluation: Evaluation, seed: UInt64) {
      let total = Group(evaluation.total)
      self.mode = mode
      self.die = die
      self.seed = seed
      accuracyPercent = total.accuracyPercent
      lowPercent = total.lowPercent
      highPercent = total.highPercent
      count = total.count
      groups = evaluation.groups.filter { $0.count > 0 }.map(Group.init)
    }
  }

  /// The hardware that results are on.
  struct Hardware: Encodable {
    var codebook: String
    var codebookHash: String
    var source: String
    var recipeHash: String
    var layoutHash: String
    var wafer: String
    var temperatureKelvin: Double
    var calibration: String
    var weightNoise: String
    var softmax: String
  }

  /// What a way to compute gives on several dies.
  struct Summary: Encodable {
    var mode: String
    var operators: [String]?
    var dies: Int
    var meanPercent: Double
    /// The ends of Student's 95 % interval of the mean; `nil` for one die.
    var lowPercent: Double?
    var highPercent: Double?
    var smallestPercent: Double
    var largestPercent: Double
  }

  /// How far features of a layer are from those in numbers.
  struct Feature: Encodable {
    var layer: String
    var mode: String
    var errorPercent: Double
    var channelErrorsPercent: [Double]
  }

  /// Inputs outside the domain of an operator's codebook.
  struct Outside: Encodable {
    var mode: String
    var name: String
    var outside: Int
    var total: Int
    var percent: Double
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
  var hardware: Hardware?
  var summary: [Summary]?
  var features: [Feature]?
  var outside: [Outside]?
}
