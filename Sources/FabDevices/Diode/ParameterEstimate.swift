/// A fitted value with the interval that covers the truth with a stated probability.
public struct ParameterEstimate: Hashable, Sendable {
  /// The best value.
  public let value: Double
  /// The confidence interval.
  public let interval: ClosedRange<Double>

  /// Creates an estimate.
  public init(value: Double, interval: ClosedRange<Double>) {
    self.value = value
    self.interval = interval
  }

  /// Half the width of the interval over the value.
  public var relativeUncertainty: Double {
    (interval.upperBound - interval.lowerBound) / (2 * abs(value))
  }
}
