/// A straight line across a chart that something is held against: a limit, a target, a mean.
public struct ChartReference: Hashable, Sendable {
  /// The axis on which the value lies.
  public enum Axis: Hashable, Sendable {
    /// The line stands upright.
    case horizontal
    /// The line lies level.
    case vertical
  }

  /// The axis on which the value lies.
  public var axis: Axis
  /// The value.
  public var value: Double
  /// The text in the legend.
  public var label: String
  /// The colour.
  public var color: ChartColor

  /// Creates a reference.
  public init(
    _ label: String,
    at value: Double,
    on axis: Axis,
    color: ChartColor = .grey
  ) {
    self.label = label
    self.value = value
    self.axis = axis
    self.color = color
  }
}
