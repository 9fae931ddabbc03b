/// What is derived from a recipe's component stacks: films in one order, and their mask levels.
public struct ProcessFlow: Hashable, Sendable {
  /// The films from the glass up, in an order that satisfies every stack.
  public let films: [FilmName]
  /// The mask levels in order of their first film.
  public let levels: [MaskLevel]
  /// The components, in alphabetical order.
  public let components: [Component]

  /// Creates a flow.
  public init(films: [FilmName], levels: [MaskLevel], components: [Component]) {
    self.films = films
    self.levels = levels
    self.components = components
  }

  /// Returns the level that patterns a film.
  public func level(of film: FilmName) -> MaskLevel? {
    levels.first { $0.films.contains(film) }
  }

  /// Returns the level of a name.
  public func level(named name: LevelName) -> MaskLevel? {
    levels.first { $0.name == name }
  }

  /// Returns the component of a name.
  public func component(named name: ComponentName) -> Component? {
    components.first { $0.name == name }
  }

  /// Returns the components of a kind.
  public func components(of kind: ComponentKind) -> [Component] {
    components.filter { $0.kind == kind }
  }

  /// Returns the levels that a component needs, from the glass up.
  public func levels(of component: Component) -> [MaskLevel] {
    levels.filter { $0.components.contains(component.name) }
  }
}
