import FabDiagnostics
import FabUnits
import FabYAML

extension RecipeReader {
  /// The roles of materials that films can be made of.
  private static let filmRoles: Set<MaterialRole> = [
    .conductor, .holeTransport, .absorber, .electronTransport, .insulator, .precursor,
  ]

  /// Reads the section `substrate`.
  func readSubstrate(_ root: MappingReader) -> Substrate? {
    guard let reader = root.requiredMapping("substrate", of: "the substrate") else { return nil }
    defer { reader.finish() }
    let material = material(reader.requiredNode("material"), of: "material", as: [.substrate])
    let thickness: Stated<Length>? = figures.quantity(
      reader.optionalNode("thickness"),
      of: "thickness"
    )
    let steps = readSteps(reader.optionalList("steps"), of: nil)
    for item in Recipe.identified(steps, of: nil) where ![.clean, .plasma].contains(item.step.kind)
    {
      collector.add(
        Diagnostic(
          .stepOrder,
          at: places.steps[item.identifier],
          "the bare substrate has no film to \(item.step.kind.rawValue)",
          fixes: ["move the step to the film that it makes or treats"]
        )
      )
    }
    return material.map { Substrate(material: $0, thickness: thickness, steps: steps) }
  }

  /// Reads the section `films`.
  func readFilms(_ root: MappingReader) -> [Film] {
    guard let section = root.requiredMapping("films", of: "'films'") else { return [] }
    return names.entries(of: section, what: "the film")
      .compactMap { entry in
        let name = FilmName(entry.name)
        places.films[name] = entry.place
        return MappingReader(entry.value, of: "the film '\(name)'", collector: collector)
          .flatMap { film(name, at: entry.place, $0) }
      }
  }

  private func film(_ name: FilmName, at place: Place, _ reader: MappingReader) -> Film? {
    defer { reader.finish() }
    let material = material(
      reader.requiredNode("material"),
      of: "material",
      as: Self.filmRoles
    )
    let thickness: Stated<Length>? = figures.quantity(
      reader.requiredNode("thickness"),
      of: "thickness"
    )
    let levelNode = reader.optionalNode("maskLevel")
    places.filmLevels[name] = levelNode?.place ?? place
    let level: LevelName? = names.reference(
      levelNode,
      of: "maskLevel",
      among: levelNames,
      .unknownLevel,
      what: "mask level"
    )
    let method = reader.optionalChoice("method", of: PatterningMethod.self) ?? .shadowMask
    let steps = readSteps(reader.requiredList("steps"), of: name)
    checkOrder(of: steps, of: name, method: method, at: place)
    return material.flatMap { material in
      thickness.map { thickness in
        Film(
          name: name,
          material: material,
          thickness: thickness,
          maskLevel: level,
          method: method,
          steps: steps,
          before: neighbours("before", of: name, reader),
          after: neighbours("after", of: name, reader)
        )
      }
    }
  }

  private func neighbours(
    _ key: String,
    of film: FilmName,
    _ reader: MappingReader
  ) -> [FilmName] {
    guard let node = reader.optionalNode(key) else { return [] }
    places.orders[film] = node.place
    reportRepeats(node, of: key)
    let films: [FilmName] = (node.items(of: key, collector: collector) ?? [])
      .compactMap {
        names.reference($0, of: key, among: filmNames, .unknownFilm, what: "film")
      }
    return films.sorted()
  }

  /// Checks that the steps of a film can follow one another.
  private func checkOrder(
    of steps: [Step],
    of film: FilmName,
    method: PatterningMethod,
    at place: Place
  ) {
    func report(_ text: String, at place: Place?, fix: String) {
      collector.add(Diagnostic(.stepOrder, at: place, text, fixes: [fix]))
    }
    var isThere = !steps.contains { $0.kind == .deposit }
    var converted = false
    for item in Recipe.identified(steps, of: film) {
      let place = places.steps[item.identifier]
      switch item.step.kind {
      case .clean, .plasma:
        break
      case .deposit:
        if item.identifier.occurrence > 1 {
          report(
            "the film '\(film)' is deposited twice",
            at: place,
            fix: "make a second film, or give the whole thickness to one deposition"
          )
        }
        isThere = true
      case .convert, .rinse, .anneal, .pattern:
        if !isThere {
          report(
            "the film '\(film)' isn't there yet when it's to \(item.step.kind.rawValue)",
            at: place,
            fix: "move 'deposit' before this step"
          )
        }
        if item.step.kind == .convert {
          if converted {
            report(
              "the film '\(film)' is converted twice",
              at: place,
              fix: "keep one of the conversions"
            )
          }
          converted = true
        }
      }
    }
    guard !steps.isEmpty else { return }
    let kinds = Set(steps.map(\.kind))
    if method == .shadowMask, !kinds.contains(.deposit) {
      report(
        "the film '\(film)' comes through a shadow mask but has no step 'deposit'",
        at: place,
        fix: "add 'deposit', or 'method: subtractive' if the substrate is bought with the film"
      )
    }
    if method == .subtractive, !kinds.contains(.pattern) {
      report(
        "the film '\(film)' is subtractive but has no step 'pattern'",
        at: place,
        fix: "add 'pattern' with its technique"
      )
    }
  }
}
