import FabDiagnostics

/// Derives the order of films and their mask levels from component stacks.
struct FlowDerivation {
  /// The films in any order.
  let films: [Film]
  /// The components in alphabetical order.
  let components: [Component]
  /// What the recipe says of its levels.
  let declarations: [MaskLevelDeclaration]
  /// The films that conduct.
  let conductors: Set<FilmName>
  /// Where everything stands in the file.
  let places: RecipePlaces

  /// Returns the flow.
  ///
  /// - Throws: A ``DiagnosticError`` with `unused-film`, `contradictory-stacks`, `level-conflict` or
  ///   `unused-level`.
  func flow() throws(DiagnosticError) -> ProcessFlow {
    let stacked = Set(components.flatMap(\.films))
    let unused = films.map(\.name).filter { !stacked.contains($0) }
    guard unused.isEmpty else {
      throw DiagnosticError(
        unused.map { film in
          Diagnostic(
            .unusedFilm,
            at: places.films[film],
            "no component has the film '\(film)'",
            fixes: ["add it to the stack of a component, or remove it"]
          )
        }
      )
    }
    let order = try filmOrder()
    let grouping = LevelGrouping(derivation: self, order: order)
    return ProcessFlow(films: order, levels: try grouping.levels(), components: components)
  }

  private func filmOrder() throws(DiagnosticError) -> [FilmName] {
    let names = films.map(\.name)
    let neighbours = stackConstraints { $0.dropFirst().prefix(1) } + declaredConstraints()
    if case .order(let order) = FilmOrder(films: names, constraints: neighbours).outcome() {
      return order
    }
    // All pairs, so that a contradiction of two stacks is found as such whatever lies between.
    let pairs = stackConstraints { $0.dropFirst() } + declaredConstraints()
    switch FilmOrder(films: names, constraints: pairs).outcome() {
    case .order(let order): return order
    case .circle(let circle): throw DiagnosticError(contradiction(circle))
    }
  }

  /// Returns a constraint between each film of a stack and those that a function picks from the films
  /// from it upwards.
  private func stackConstraints(
    _ above: (ArraySlice<FilmName>) -> ArraySlice<FilmName>
  ) -> [OrderConstraint] {
    components.flatMap { component in
      component.films.indices.flatMap { index in
        above(component.films[index...])
          .map { later in
            OrderConstraint(
              earlier: component.films[index],
              later: later,
              origin: .stack(component.name)
            )
          }
      }
    }
  }

  private func declaredConstraints() -> [OrderConstraint] {
    var constraints: [OrderConstraint] = []
    for film in films.sorted(by: { $0.name < $1.name }) {
      for later in film.before {
        constraints.append(
          OrderConstraint(earlier: film.name, later: later, origin: .declared(film.name))
        )
      }
      for earlier in film.after {
        constraints.append(
          OrderConstraint(earlier: earlier, later: film.name, origin: .declared(film.name))
        )
      }
    }
    return constraints
  }

  private func contradiction(_ circle: [OrderConstraint]) -> Diagnostic {
    var owners: [String] = []
    for edge in circle where !owners.contains(owner(of: edge)) { owners.append(owner(of: edge)) }
    let places = circle.map(place)
    let chain = circle.map { "'\($0.earlier)'" } + circle.prefix(1).map { "'\($0.earlier)'" }
    return Diagnostic(
      .contradictoryStacks,
      at: places.first ?? nil,
      "no order of deposition satisfies \(owners.joined(separator: " and ")): "
        + chain.joined(separator: " before "),
      notes: zip(circle, places)
        .map { edge, place in
          .init(at: place, "\(owner(of: edge)) has '\(edge.earlier)' before '\(edge.later)'")
        },
      fixes: ["reorder one of them, or declare a second film of the same material"]
    )
  }

  private func owner(of edge: OrderConstraint) -> String {
    switch edge.origin {
    case .stack(let component): "the stack of '\(component)'"
    case .declared(let film): "the film '\(film)'"
    }
  }

  private func place(of edge: OrderConstraint) -> Place? {
    switch edge.origin {
    case .stack(let component): places.stacks[component]
    case .declared(let film): places.orders[film]
    }
  }
}
