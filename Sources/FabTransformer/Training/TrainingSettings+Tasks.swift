extension TrainingSettings {
  /// How the network for scenes is trained.
  ///
  /// > Source: Steps, batch and rate are ours: those with which it learned best of the few that were tried.
  public static func scenes(seed: UInt64) -> TrainingSettings {
    TrainingSettings(steps: 25_000, seed: seed)
  }

  /// How the tracking network is trained.
  ///
  /// > Source: Steps, batch and rate are ours: those with which it learned best of the few that were tried.
  public static func tracking(seed: UInt64) -> TrainingSettings {
    TrainingSettings(steps: 6000, batch: 32, peakRate: 1e-3, seed: seed)
  }
}
