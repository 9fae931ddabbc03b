extension TrainingSettings {
  /// How the network for scenes is trained.
  ///
  /// > Source: Steps, batch and rate are ours: a first choice; Documentation/Training.md says how far it was tried.
  public static func scenes(seed: UInt64) -> TrainingSettings {
    TrainingSettings(steps: 15_000, peakRate: 3e-3, seed: seed)
  }

  /// How the tracking network is trained.
  ///
  /// > Source: Steps, batch and rate are ours: a first choice; Documentation/Training.md says how far it was tried.
  public static func tracking(seed: UInt64) -> TrainingSettings {
    TrainingSettings(steps: 2500, batch: 32, peakRate: 2e-3, seed: seed)
  }
}
