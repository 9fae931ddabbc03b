public import FabGeometry
public import FabRecipe

/// One connected piece of a conductor level.
public struct ConductorShape: Hashable, Sendable {
  /// The level that it's drawn on.
  public let level: LevelName
  /// The piece.
  public let polygon: Polygon
  /// The index of the net that it belongs to.
  public let net: Int

  /// Creates a piece.
  public init(level: LevelName, polygon: Polygon, net: Int) {
    self.level = level
    self.polygon = polygon
    self.net = net
  }
}
