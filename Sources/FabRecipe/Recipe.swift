/// A process on paper: materials, films with their steps, component stacks, and the flow derived from them.
public struct Recipe: Hashable, Sendable {
  /// The first line of a recipe file.
  public static let format = "pcu-fab recipe 1"

  /// The name; also the name of folders.
  public let name: String
  /// One line that says what the recipe makes.
  public let title: String
  /// Where the process comes from.
  public let source: String?
  /// The materials, in alphabetical order of their names.
  public let materials: [Material]
  /// What the films are made on.
  public let substrate: Substrate
  /// The films in order of deposition.
  public let films: [Film]
  /// The levels that the recipe describes, in alphabetical order of their names.
  public let maskLevels: [MaskLevelDeclaration]
  /// The components, in alphabetical order of their names.
  public let components: [Component]
  /// The reasons why warnings are accepted, ordered by warning, step and film.
  public let justifications: [Justification]
  /// The order of the films and their mask levels, derived from the stacks.
  public let flow: ProcessFlow

  /// Returns the material of a name.
  public func material(named name: MaterialName) -> Material? {
    materials.first { $0.name == name }
  }

  /// Returns the film of a name.
  public func film(named name: FilmName) -> Film? {
    films.first { $0.name == name }
  }
}
