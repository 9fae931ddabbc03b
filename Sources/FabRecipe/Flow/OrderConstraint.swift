/// One film that must be made before another, and what demands it.
struct OrderConstraint: Hashable {
  /// What demands an order of two films.
  enum Origin: Hashable {
    /// The stack of a component.
    case stack(ComponentName)
    /// The list `before` or `after` of a film.
    case declared(FilmName)
  }

  /// The film that is made first.
  let earlier: FilmName
  /// The film that is made later.
  let later: FilmName
  /// What demands it.
  let origin: Origin
}
