import FabDiagnostics

/// Groups films into mask levels.
///
/// Films with the same components share a level. Conductors share one only where they lie directly on
/// each other, for else a sheet would be used for both electrodes of a device.
struct LevelGrouping {
  /// The films and components.
  let derivation: FlowDerivation
  /// The films in order of deposition.
  let order: [FilmName]

  private struct Group {
    var films: [Film]
    let components: [ComponentName]
    let isConductor: Bool
  }

  /// Returns the levels in order of their first film.
  ///
  /// - Throws: A ``DiagnosticError`` with `level-conflict` or `unused-level`.
  func levels() throws(DiagnosticError) -> [MaskLevel] {
    let groups = groups()
    var defects: [Diagnostic] = []
    var levels: [MaskLevel] = []
    var owners: [LevelName: Group] = [:]
    for group in groups {
      defects += conflicts(within: group)
      let name = name(of: group)
      if let owner = owners[name] {
        defects.append(conflict(of: name, owner, group))
        continue
      }
      owners[name] = group
      let declaration =
        derivation.declarations.first { $0.name == name }
        ?? MaskLevelDeclaration.standard(name: name)
      levels.append(
        MaskLevel(
          name: name,
          index: levels.count,
          films: group.films.map(\.name),
          components: group.components,
          isConductor: group.isConductor,
          method: group.films[0].method,
          technology: declaration.technology,
          sheetThickness: declaration.sheetThickness,
          color: declaration.color
        )
      )
    }
    if defects.isEmpty {
      defects = derivation.declarations.map(\.name).filter { owners[$0] == nil }
        .map { name in
          Diagnostic(
            .unusedLevel,
            at: derivation.places.levels[name],
            "no film has the mask level '\(name)'",
            notes: [.init("the levels are \(levels.map(\.name.text).joined(separator: ", "))")],
            fixes: ["name it with 'maskLevel: \(name)' in a film, or remove it"]
          )
        }
    }
    guard defects.isEmpty else { throw DiagnosticError(defects) }
    return levels
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    for name in order {
      guard let film = derivation.films.first(where: { $0.name == name }) else { continue }
      let components = derivation.components.filter { $0.films.contains(name) }
      let isConductor = derivation.conductors.contains(name)
      let index = groups.firstIndex { group in
        group.components == components.map(\.name) && group.isConductor == isConductor
          && group.films[0].method == film.method
          && (!isConductor || isStacked(film, on: group.films, in: components))
      }
      if let index {
        groups[index].films.append(film)
      } else {
        groups.append(
          Group(films: [film], components: components.map(\.name), isConductor: isConductor)
        )
      }
    }
    return groups
  }

  /// Whether a film lies directly on the last of a group's films in every component.
  private func isStacked(_ film: Film, on group: [Film], in components: [Component]) -> Bool {
    guard let last = group.last else { return false }
    return components.allSatisfy { component in
      guard let below = component.films.firstIndex(of: last.name) else { return false }
      return component.kind != .contact && component.films.dropFirst(below + 1).first == film.name
    }
  }

  private func name(of group: Group) -> LevelName {
    group.films.compactMap(\.maskLevel).first ?? LevelName(group.films[0].name.text.uppercased())
  }

  private func conflicts(within group: Group) -> [Diagnostic] {
    let named = group.films.filter { $0.maskLevel != nil }
    guard let first = named.first, let level = first.maskLevel else { return [] }
    return named.dropFirst()
      .compactMap { film in
        guard let other = film.maskLevel, other != level else { return nil }
        return Diagnostic(
          .levelConflict,
          at: derivation.places.filmLevels[film.name],
          "the films '\(first.name)' and '\(film.name)' belong to the same components "
            + "(\(list(group.components))) and share one mask level; found '\(level)' and '\(other)'",
          notes: [.init(at: derivation.places.filmLevels[first.name], "'\(level)' stands here")],
          fixes: ["write 'maskLevel: \(level)' for both"]
        )
      }
  }

  private func conflict(of name: LevelName, _ first: Group, _ second: Group) -> Diagnostic {
    let (lower, upper) = (first.films[0], second.films[0])
    let reason =
      first.components == second.components
      ? "can't share a sheet: they are electrodes, or patterned differently"
      : "belong to different components (\(list(first.components)); \(list(second.components)))"
    return Diagnostic(
      .levelConflict,
      at: derivation.places.filmLevels[upper.name],
      "the films '\(lower.name)' and '\(upper.name)' are both on the mask level '\(name)' but \(reason)",
      notes: [
        .init(at: derivation.places.filmLevels[lower.name], "'\(lower.name)' gets its level here")
      ],
      fixes: ["give '\(upper.name)' a mask level of its own"]
    )
  }

  private func list(_ components: [ComponentName]) -> String {
    components.map(\.text).joined(separator: ", ")
  }
}
