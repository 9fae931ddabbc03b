public import FabRecipe

/// Witness windows in a floor plan: square openings of one level on bare glass.
public struct WindowGroup: Hashable, Sendable {
  /// The level whose films reach the glass.
  public var level: LevelName
  /// The edge of the window, in nanometres.
  public var size: Int
  /// The middles of the windows.
  public var spots: [Spot]

  /// Creates a group.
  public init(level: LevelName, size: Int, spots: [Spot]) {
    self.level = level
    self.size = size
    self.spots = spots
  }
}
