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

  /// The same network with parameters of its own.
  var copy: TrainedNetwork.Learner {
    switch self {
    case .scenes(let learner): .scenes(learner.copy())
    case .tracking(let learner): .tracking(learner.copy())
    }
  }

  /// Trains on with operators of hardware; the parameters are changed.
  ///
  /// - Parameters:
  ///   - mode: What it's trained for.
  ///   - model: Which operator does what.
  ///   - die: The seed of the die or the dies.
  ///   - settings: How it's trained.
  ///   - workers: How many threads are used.
  ///   - report: Called after each step with the steps done and its loss.
  /// - Throws: ``HardwareError``.
  func fineTune(
    _ mode: FineTuningMode,
    _ model: HardwareModel,
    die: UInt64,
    settings: TrainingSettings,
    workers: Workers,
    report: (Int, Float) throws(HardwareError) -> Void
  ) throws(HardwareError) {
    func work(_ training: HardwareTraining<some Learner>) throws(HardwareError) {
      while let loss = try training.advance() { try report(training.step, loss) }
    }
    switch self {
    case .scenes(let learner):
      try work(
        HardwareTraining(learner, mode, model, dieSeed: die, settings: settings, workers: workers)
      )
    case .tracking(let learner):
      try work(
        HardwareTraining(learner, mode, model, dieSeed: die, settings: settings, workers: workers)
      )
    }
  }
}
