public import FabRecipe
public import FabUnits

/// One film in the cross-section of a component.
public struct Band: Hashable, Sendable {
  /// The film.
  public let film: FilmName
  /// What it consists of in the finished device.
  public let material: MaterialName
  /// What the material does.
  public let role: MaterialRole
  /// The level that patterns the film.
  public let level: LevelName
  /// The colour of the level, `#rrggbb`.
  public let color: String
  /// The height of the lower face above the substrate.
  public let bottom: Length
  /// The height of the upper face above the substrate.
  public let top: Length
  /// Whether the thickness rests on an assumption of ours.
  public let isAssumption: Bool
  /// Whether nobody states or assumes a thickness; the band then has none.
  public let isUnknown: Bool

  /// The thickness in the finished device.
  public var thickness: Length { top - bottom }
}
