import FabDiagnostics
import FabYAML

extension RecipeReader {
  /// Reads the section `components`.
  func readComponents(_ root: MappingReader, films: [Film]) -> [Component] {
    guard let section = root.requiredMapping("components", of: "'components'") else { return [] }
    let components = names.entries(of: section, what: "the component")
      .compactMap { entry -> Component? in
        let subject = "the component '\(entry.name)'"
        guard
          let reader = MappingReader(entry.value, of: subject, collector: collector)
        else { return nil }
        let kind = reader.requiredChoice("kind", of: ComponentKind.self)
        let stack = reader.requiredNode("stack")
        reader.finish()
        guard let kind, let stack else { return nil }
        places.stacks[ComponentName(entry.name)] = stack.place
        return component(ComponentName(entry.name), kind, stack, films: films)
      }
    return components.sorted { $0.name < $1.name }
  }

  private func component(
    _ name: ComponentName,
    _ kind: ComponentKind,
    _ stack: YAMLNode,
    films: [Film]
  ) -> Component? {
    guard let items = stack.items(of: "stack", collector: collector) else { return nil }
    var stacked: [FilmName] = []
    for item in items {
      let film: FilmName? = names.reference(
        item,
        of: "stack",
        among: filmNames,
        .unknownFilm,
        what: "film"
      )
      guard let film else { return nil }
      guard !stacked.contains(film) else {
        collector.add(
          Diagnostic(
            .repeatedFilm,
            at: item.place,
            "the film '\(film)' stands twice in the stack of '\(name)'",
            fixes: ["declare a second film if it's deposited twice"]
          )
        )
        return nil
      }
      stacked.append(film)
    }
    checkConductors(of: stacked, of: name, kind, films: films, at: stack.place)
    return Component(name: name, kind: kind, films: stacked)
  }

  /// Checks that a stack lies between conductors, and that a contact has nothing else.
  private func checkConductors(
    of stack: [FilmName],
    of name: ComponentName,
    _ kind: ComponentKind,
    films: [Film],
    at place: Place
  ) {
    guard stack.count >= 2 else {
      collector.add(
        Diagnostic(
          .stackWithoutConductors,
          at: place,
          "the stack of '\(name)' has \(stack.count) films; a component lies between two conductors"
        )
      )
      return
    }
    let checked = kind == .contact ? stack : [stack[0], stack[stack.count - 1]]
    for film in checked {
      // A film whose material couldn't be read has its own message.
      guard let material = films.first(where: { $0.name == film })?.material,
        let role = roles?[material.text], role != .conductor
      else { continue }
      collector.add(
        Diagnostic(
          .stackWithoutConductors,
          at: place,
          "the stack of '\(name)' has '\(film)' where a conductor belongs; "
            + "its material '\(material)' is \(role.rawValue)",
          fixes: [
            kind == .contact
              ? "list only the conductors that touch"
              : "list the films from the glass up, from electrode to electrode"
          ]
        )
      )
      return
    }
  }
}
