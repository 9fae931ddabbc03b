public import FabOperators

/// What `transformer evaluate --codebook` evaluates.
public struct HardwareEvaluationChoices: Sendable {
  /// The test samples.
  public var count: Int
  /// The seed of the samples; `nil` for that of the training.
  public var seed: UInt64?
  /// Whether each operator is also taken alone.
  public var isAblation = false
  /// The layer whose circuits are solved instead of looked up; `nil` for none.
  public var circuit: String?
  /// The test samples of that.
  public var circuitCount = 100
  /// The lines of its crossbars.
  public var lines = CrossbarWeights.Lines(tile: 16, segment: 1)
  /// The samples that features are compared on.
  public var featureCount = 256
  /// The picture of features' errors; `nil` for none.
  public var svg: String?
  /// Whether it may replace a file.
  public var replaces = false

  /// Creates choices.
  public init(count: Int) {
    self.count = count
  }
}
