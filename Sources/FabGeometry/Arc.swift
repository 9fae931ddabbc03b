/// The shape of an edge that is a circular arc of at most a semicircle.
///
/// End points and radius are integers, so that an arc survives formats that write it as a radius (SVG)
/// as well as those that write it as a bulge (DXF).
public struct Arc: Hashable, Sendable {
  /// The radius in nanometres; at least half the distance of the end points.
  public let radius: Int32
  /// Whether the edge turns to the left.
  public let isCounterclockwise: Bool

  /// Creates an arc.
  public init(radius: Int32, isCounterclockwise: Bool) {
    self.radius = radius
    self.isCounterclockwise = isCounterclockwise
  }
}
