public import FabUnits

/// The place of a unit on the wafer, from its centre.
public struct SitePosition: Hashable, Sendable {
  /// To the right.
  public let x: Length
  /// Upwards.
  public let y: Length

  /// Creates a position.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// Returns the distance to another site.
  public func distance(to other: SitePosition) -> Length {
    let dx = x.siValue - other.x.siValue
    let dy = y.siValue - other.y.siValue
    return Length(siValue: (dx * dx + dy * dy).squareRoot())
  }
}
