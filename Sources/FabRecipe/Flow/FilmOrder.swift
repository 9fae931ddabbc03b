/// Brings films into one order that satisfies all constraints.
///
/// The result depends on the set of films and constraints alone, never on the order in which they're
/// given: among the films that may come next, the first by name does.
struct FilmOrder {
  /// Either an order or a shortest contradiction.
  enum Outcome {
    /// The films in order.
    case order([FilmName])
    /// Constraints that form a circle, each beginning where the one before it ends.
    case circle([OrderConstraint])
  }

  private let films: [FilmName]
  /// For each film the films after it, with the first reason found.
  private var successors: [FilmName: [FilmName: OrderConstraint]] = [:]

  /// Collects the constraints; the first of several between the same films is kept as the reason.
  init(films: [FilmName], constraints: [OrderConstraint]) {
    self.films = films.sorted()
    for constraint in constraints {
      let isNew = successors[constraint.earlier]?[constraint.later] == nil
      if isNew { successors[constraint.earlier, default: [:]][constraint.later] = constraint }
    }
  }

  /// Sorts the films topologically.
  func outcome() -> Outcome {
    var waiting: [FilmName: Int] = [:]
    for (_, later) in successors {
      for film in later.keys { waiting[film, default: 0] += 1 }
    }
    var rest = films
    var order: [FilmName] = []
    while let index = rest.firstIndex(where: { waiting[$0, default: 0] == 0 }) {
      let film = rest.remove(at: index)
      order.append(film)
      for later in (successors[film] ?? [:]).keys { waiting[later, default: 0] -= 1 }
    }
    return rest.isEmpty ? .order(order) : .circle(shortestCircle(among: rest))
  }

  /// Finds the shortest circle, the first by film name among equals.
  private func shortestCircle(among candidates: [FilmName]) -> [OrderConstraint] {
    var best: [OrderConstraint] = []
    for start in candidates {
      let circle = circle(through: start)
      if !circle.isEmpty, best.isEmpty || circle.count < best.count { best = circle }
      if best.count == 1 || best.count == 2 { break }
    }
    return best
  }

  private func circle(through start: FilmName) -> [OrderConstraint] {
    var reached: [FilmName: OrderConstraint] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let film = queue[next]
      next += 1
      let edges = (successors[film] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      for edge in edges where reached[edge.later] == nil {
        reached[edge.later] = edge
        if edge.later == start { return path(to: start, reached) }
        queue.append(edge.later)
      }
    }
    return []
  }

  private func path(
    to start: FilmName,
    _ reached: [FilmName: OrderConstraint]
  ) -> [OrderConstraint] {
    var path: [OrderConstraint] = []
    var film = start
    while let edge = reached[film] {
      path.insert(edge, at: 0)
      film = edge.earlier
      if film == start { break }
    }
    return path
  }
}
