import FabTensor
import FabTransformer

extension TrainedNetwork.Learner {
  /// The network as it's programmed into hardware.
  func deployed() throws(TrainingError) -> TrainedNetwork.Learner {
    switch self {
    case .scenes(let learner): .scenes(try learner.deployed())
    case .tracking(let learner): .tracking(try learner.deployed())
    }
  }

  /// How large operands get.
  func ranges(workers: Workers) throws(TrainingError) -> OperandRanges {
    switch self {
    case .scenes(let learner): try OperandRanges(of: learner, workers: workers)
    case .tracking(let learner): try OperandRanges(of: learner, workers: workers)
    }
  }

  /// The parameters.
  var parameters: ParameterSet<Float> {
    switch self {
    case .scenes(let learner): learner.parameters
    case .tracking(let learner): learner.parameters
    }
  }

  /// The function between feed-forward layers.
  var activation: Activation {
    switch self {
    case .scenes(let learner): learner.activation
    case .tracking(let learner): learner.activation
    }
  }

  /// Compares features on a die with those in numbers.
  func features(
    on die: HardwareDie,
    samples: Range<Int>,
    workers: Workers
  ) throws(TrainingError) -> [FeatureError] {
    switch self {
    case .scenes(let learner):
      try FeatureComparison(of: learner, on: die, samples: samples, workers: workers).errors
    case .tracking(let learner):
      try FeatureComparison(of: learner, on: die, samples: samples, workers: workers).errors
    }
  }
}
