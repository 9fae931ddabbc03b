/// A point on a wafer that faces the sources, origin at its centre, in millimetre.
public struct WaferPoint: Hashable, Sendable {
  /// To the right.
  public let x: Double
  /// Upwards.
  public let y: Double

  /// Creates a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The distance from the centre, in millimetre.
  public var radius: Double { (x * x + y * y).squareRoot() }
}
