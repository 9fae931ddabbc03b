public import FabTensor

/// How a network is trained.
public struct TrainingSettings: Hashable, Sendable {
  /// The steps.
  public var steps: Int
  /// The samples of a step.
  public var batch: Int
  /// The highest learning rate; it rises to there and falls along half a cosine to zero.
  public var peakRate: Double
  /// The steps of the rise.
  public var warmUpSteps: Int
  /// The decay of weights, a unit of learning rate.
  public var weightDecay: Double
  /// The memory of the mean square.
  public var beta2: Double
  /// The largest norm of the gradient.
  public var clippingNorm: Double
  /// The batches that set the statistics of batch normalisations at the end.
  public var recalibrationBatches: Int
  /// The seed of weights and samples.
  public var seed: UInt64

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - batch: The samples of a step.
  ///   - peakRate: The highest learning rate.
  ///   - warmUpSteps: The steps of its rise.
  ///   - weightDecay: The decay of weights, a unit of learning rate.
  ///   - beta2: The memory of the mean square.
  ///   - clippingNorm: The largest norm of the gradient.
  ///   - recalibrationBatches: The batches that set the statistics of batch normalisations at the end.
  ///   - seed: The seed of weights and samples.
  public init(
    steps: Int,
    batch: Int = 64,
    peakRate: Double = 2e-3,
    warmUpSteps: Int = 300,
    weightDecay: Double = 1e-3,
    beta2: Double = 0.98,
    clippingNorm: Double = 1,
    recalibrationBatches: Int = 50,
    seed: UInt64 = 1
  ) {
    self.steps = steps
    self.batch = batch
    self.peakRate = peakRate
    self.warmUpSteps = warmUpSteps
    self.weightDecay = weightDecay
    self.beta2 = beta2
    self.clippingNorm = clippingNorm
    self.recalibrationBatches = recalibrationBatches
    self.seed = seed
  }

  /// The optimiser's settings.
  public var optimizer: AdamW<Float>.Settings {
    AdamW<Float>
      .Settings(
        schedule: LearningRateSchedule(
          peak: peakRate,
          warmUpSteps: warmUpSteps,
          totalSteps: steps
        ),
        beta2: beta2,
        weightDecay: weightDecay,
        clippingNorm: clippingNorm
      )
  }

  /// The share of layer normalisation in progressive normalisations: it falls from 1 to 0 over the first half of the steps.
  ///
  /// > Source: J. Guo et al., *SLAB*, ICML 2024, section 3.2, arXiv 2405.11582: a linear fall over part of the training; the
  /// > half is ours.
  func layerNormShare(atStep step: Int) -> Float {
    ProgressiveNorm<Float>.layerNormShare(step: step, of: max(1, steps / 2))
  }

  /// The settings by key, as a checkpoint has them.
  var identity: [String: String] {
    [
      "training.steps": "\(steps)",
      "training.batch": "\(batch)",
      "training.peakRate": "\(peakRate)",
      "training.warmUpSteps": "\(warmUpSteps)",
      "training.weightDecay": "\(weightDecay)",
      "training.beta2": "\(beta2)",
      "training.clippingNorm": "\(clippingNorm)",
      "training.recalibrationBatches": "\(recalibrationBatches)",
    ]
  }
}
