/// A shaded region between two curves over the same places, for instance an interval or a tolerance.
public struct ChartBand: Hashable, Sendable {
  /// The name in the legend; empty for none.
  public var name: String
  /// The places along the horizontal axis, in order.
  public var x: [Double]
  /// The lower edge at each place.
  public var lower: [Double]
  /// The upper edge at each place.
  public var upper: [Double]
  /// The colour, drawn light.
  public var color: ChartColor

  /// Creates a band; where one list is longer than another, its rest is left out.
  public init(
    _ name: String,
    x: [Double],
    lower: [Double],
    upper: [Double],
    color: ChartColor = .skyBlue
  ) {
    self.name = name
    self.x = x
    self.lower = lower
    self.upper = upper
    self.color = color
  }

  /// The corners with a place on both axes: along the lower edge and back along the upper one.
  func outline(_ xScale: ChartScale, _ yScale: ChartScale) -> [ChartPoint] {
    let edges = zip(x, zip(lower, upper))
      .filter { x, edges in
        xScale.shows(x) && yScale.shows(edges.0) && yScale.shows(edges.1)
      }
    return edges.map { ChartPoint($0.0, $0.1.0) }
      + edges.reversed().map { ChartPoint($0.0, $0.1.1) }
  }
}
