/// One figure of uniformity with the formula that it follows.
public struct UniformityFigure: Hashable, Sendable {
  /// Which figure it is.
  public let measure: UniformityMeasure
  /// The value; `nil` where it doesn't exist, as a percentage of a mean that isn't positive.
  public let value: Double?
  /// The unit, `%` or that of the measured values.
  public let unit: String
  /// The interval that covers the true value, where the figure has one.
  public let interval: ClosedRange<Double>?
  /// Why there is no value; `nil` where there is one.
  public let reason: String?

  /// The name in words.
  public var name: String { measure.name }

  /// The formula.
  public var formula: String { measure.formula }
}
