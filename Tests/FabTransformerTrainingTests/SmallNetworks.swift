import FabTransformer

/// Networks that a test can train in a second.
enum SmallNetworks {
  static let scenes = SceneNetworkSizes(width: 16, heads: 2, hidden: 24, layers: 1)
  static let tracking = TrackingNetworkSizes(
    width: 16,
    heads: 2,
    hidden: 24,
    layers: 2,
    fusionAfter: [0]
  )

  static func settings(steps: Int, seed: UInt64 = 7) -> TrainingSettings {
    TrainingSettings(
      steps: steps,
      batch: 16,
      peakRate: 5e-3,
      warmUpSteps: 5,
      recalibrationBatches: 4,
      seed: seed
    )
  }
}
