/// A point of a chart, in the units of its axes.
public struct ChartPoint: Hashable, Sendable {
  /// The place along the horizontal axis.
  public var x: Double
  /// The place along the vertical axis.
  public var y: Double

  /// Creates a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
