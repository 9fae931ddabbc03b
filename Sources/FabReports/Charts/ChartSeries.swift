/// Points that belong together, drawn in one colour.
public struct ChartSeries: Hashable, Sendable {
  /// How points are drawn.
  public enum Drawing: Hashable, Sendable, CaseIterable {
    /// Neighbours are joined by straight lines.
    case line
    /// Each point is a mark.
    case points
    /// Marks joined by lines.
    case lineAndPoints

    var hasLine: Bool { self != .points }
    var hasPoints: Bool { self != .line }
  }

  /// The name in the legend; empty for none.
  public var name: String
  /// The points, in the order in which lines join them.
  public var points: [ChartPoint]
  /// How they're drawn.
  public var drawing: Drawing
  /// The colour; `nil` for that of the place in the list.
  public var color: ChartColor?
  /// Whether the line is dashed; `nil` for the pattern of the place in the list.
  public var isDashed: Bool?

  /// Creates a series.
  public init(
    _ name: String,
    points: [ChartPoint],
    drawing: Drawing = .line,
    color: ChartColor? = nil,
    isDashed: Bool? = nil
  ) {
    self.name = name
    self.points = points
    self.drawing = drawing
    self.color = color
    self.isDashed = isDashed
  }

  /// Creates a series from two lists; where one is longer, its rest is left out.
  public init(
    _ name: String,
    x: [Double],
    y: [Double],
    drawing: Drawing = .line,
    color: ChartColor? = nil,
    isDashed: Bool? = nil
  ) {
    self.init(
      name,
      points: zip(x, y).map { ChartPoint($0, $1) },
      drawing: drawing,
      color: color,
      isDashed: isDashed
    )
  }
}
