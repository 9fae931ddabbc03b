/// What `transformer evaluate --codebook` evaluates.
public struct HardwareEvaluationChoices: Sendable {
  /// The test samples.
  public var count: Int
  /// The seed of the samples; `nil` for that of the training.
  public var seed: UInt64?
  /// Whether each operator is also taken alone.
  public var isAblation = false
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
