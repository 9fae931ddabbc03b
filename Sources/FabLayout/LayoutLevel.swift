public import FabRecipe

/// A level as layout files know it: name, GDSII layer number, colour.
public struct LayoutLevel: Hashable, Sendable {
  /// The level.
  public let name: LevelName
  /// The GDSII layer number.
  public let gdsLayer: Int
  /// The fill colour in pictures, `#rrggbb`.
  public let color: String

  /// Creates a level.
  public init(name: LevelName, gdsLayer: Int, color: String) {
    self.name = name
    self.gdsLayer = gdsLayer
    self.color = color
  }
}
