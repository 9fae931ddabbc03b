/// How far a training has come.
public struct TransformerTrainProgress: Sendable {
  /// The steps done.
  public var step: Int
  /// The steps of the whole training.
  public var steps: Int
  /// The mean loss of the steps since the last report.
  public var loss: Float
  /// Steps a second since the training began or was resumed.
  public var stepsPerSecond: Double

  /// The seconds left at this pace.
  public var secondsLeft: Double {
    stepsPerSecond > 0 ? Double(steps - step) / stepsPerSecond : 0
  }

  /// The share that is done, 0...1.
  public var share: Double { steps > 0 ? Double(step) / Double(steps) : 1 }
}
