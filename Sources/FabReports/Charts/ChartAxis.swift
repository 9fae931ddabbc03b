/// What an axis of a chart says: label, unit, scale, and the range where it isn't that of the data.
public struct ChartAxis: Hashable, Sendable {
  /// The label without its unit.
  public var label: String
  /// The unit of the values; empty for plain numbers.
  ///
  /// SI units get a prefix where the values ask for one.
  public var unit: String
  /// How values are laid out.
  public var scale: ChartScale
  /// The range to show; `nil` for that of the data.
  public var range: ClosedRange<Double>?

  /// Creates an axis.
  public init(
    _ label: String,
    unit: String = "",
    scale: ChartScale = .linear,
    range: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.unit = unit
    self.scale = scale
    self.range = range
  }
}
