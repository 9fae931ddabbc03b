/// One film of the process.
public struct Film: Hashable, Sendable {
  /// The name that stacks refer to.
  public let name: FilmName

  /// Creates a film.
  public init(name: FilmName) {
    self.name = name
  }
}
