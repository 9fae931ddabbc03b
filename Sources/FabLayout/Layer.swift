public import FabRecipe

/// A level and a purpose: what a shape is drawn on.
public struct Layer: Hashable, Comparable, Sendable {
  /// The mask level.
  public let level: LevelName
  /// What the shape is for.
  public let purpose: Purpose

  /// Creates a layer.
  public init(_ level: LevelName, _ purpose: Purpose = .aperture) {
    self.level = level
    self.purpose = purpose
  }

  /// Orders by level name, then datatype.
  public static func < (left: Layer, right: Layer) -> Bool {
    (left.level, left.purpose.gdsDatatype) < (right.level, right.purpose.gdsDatatype)
  }
}
