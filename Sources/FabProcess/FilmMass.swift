public import FabRecipe
public import FabUnits

/// How much of one substance ends up on the wafer.
public struct FilmMass: Hashable, Sendable {
  /// The film.
  public let film: FilmName
  /// The substance.
  public let material: MaterialName
  /// Whether it's deposited, taken up from a vapour, or the product of both.
  public let part: FilmMassPart
  /// The area that the mass covers.
  public let area: Area
  /// The mass; `nil` where the recipe lacks a figure.
  public let mass: Mass?
  /// Whether ``mass`` rests on an assumption of ours.
  public let isAssumption: Bool
  /// What the recipe lacks for a mass; `nil` where it lacks nothing.
  public let missing: String?
}
