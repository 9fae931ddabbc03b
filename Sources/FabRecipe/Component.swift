/// A stack of films that makes one two-terminal device.
public struct Component: Hashable, Sendable {
  /// The name, for instance `diode`.
  public let name: ComponentName
  /// What the stack is meant to be.
  public let kind: ComponentKind
  /// The films from the glass up; the first and the last are conductors.
  public let films: [FilmName]

  /// Creates a component.
  public init(name: ComponentName, kind: ComponentKind, films: [FilmName]) {
    self.name = name
    self.kind = kind
    self.films = films
  }
}
