/// How far an operator's units are from the ideal function, readings included.
public struct CodebookMetric: Hashable, Sendable, Codable {
  /// The mean of the relative errors in magnitude, as a share, of inputs whose ideal is above ``relativeFloor``.
  public var meanRelativeError: Double
  /// The mean of the relative errors with their signs, as a share.
  public var bias: Double
  /// The mean of the errors in magnitude over full scale, as a share.
  public var meanFullScaleError: Double
  /// The largest output of the ideal function, in the unit of the operator's study.
  public var fullScale: Double
  /// The share of full scale below which relative errors don't count.
  public var relativeFloor: Double

  /// Creates a metric.
  public init(
    meanRelativeError: Double,
    bias: Double,
    meanFullScaleError: Double,
    fullScale: Double,
    relativeFloor: Double
  ) {
    self.meanRelativeError = meanRelativeError
    self.bias = bias
    self.meanFullScaleError = meanFullScaleError
    self.fullScale = fullScale
    self.relativeFloor = relativeFloor
  }
}
