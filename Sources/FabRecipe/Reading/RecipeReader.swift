import FabDiagnostics
import FabYAML

/// Reads the sections of a recipe file one by one and reports every defect.
final class RecipeReader {
  /// Where defects go.
  let collector = DiagnosticCollector()
  /// Reads figures.
  let figures: FigureReader
  /// Reads names.
  let names: NameReader
  /// Where everything stands.
  var places = RecipePlaces()
  /// What each known material does; `nil` if the section couldn't be read.
  var roles: [String: MaterialRole]?
  /// The names of the films; `nil` if the section couldn't be read.
  var filmNames: Set<String>?
  /// The names of the levels; `nil` if the section couldn't be read.
  var levelNames: Set<String>?

  /// Creates a reader.
  init() {
    figures = FigureReader(collector: collector)
    names = NameReader(collector: collector)
  }

  /// Reads the whole file.
  func read(_ source: SourceText) throws(DiagnosticError) -> RecipeReading {
    let node = try YAMLNode.parse(source)
    guard let root = MappingReader(node, of: "a recipe", collector: collector) else {
      throw DiagnosticError(collector.diagnostics)
    }
    try readFormat(root)
    let name = root.requiredNode("name").flatMap(recipeName)
    let title = root.requiredText("title")
    let origin = root.optionalText("source")
    let materials = readMaterials(root)
    filmNames = peekNames(root, "films")
    levelNames = peekNames(root, "maskLevels", isOptional: true)
    let substrate = readSubstrate(root)
    let levels = readLevels(root)
    let films = readFilms(root)
    let components = readComponents(root, films: films)
    let justifications = readJustifications(root)
    root.finish()
    guard let name, let title, let substrate, !collector.hasErrors else {
      throw DiagnosticError(collector.diagnostics)
    }
    let conductors = films.filter { roles?[$0.material.text] == .conductor }.map(\.name)
    let derivation = FlowDerivation(
      films: films,
      components: components,
      declarations: levels,
      conductors: Set(conductors),
      places: places
    )
    let flow = try derivation.flow()
    let recipe = Recipe(
      name: name,
      title: title,
      source: origin,
      materials: materials,
      substrate: substrate,
      films: flow.films.compactMap { name in films.first { $0.name == name } },
      maskLevels: levels,
      components: components,
      justifications: justifications,
      flow: flow
    )
    let review = RecipeReview(recipe: recipe, places: places)
    return review.reading(after: collector.diagnostics)
  }

  /// Checks the format before anything else: a file of another kind would give only noise.
  private func readFormat(_ root: MappingReader) throws(DiagnosticError) {
    guard let node = root.optionalNode("format") else {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: root.place,
          "the file doesn't say what it is",
          fixes: ["begin it with 'format: \(Recipe.format)'"]
        )
      )
    }
    guard node.scalarText == Recipe.format else {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: node.place,
          "'format' is '\(Recipe.format)'; found \(node.quotedOrKind)"
        )
      )
    }
  }

  private func recipeName(_ node: YAMLNode) -> String? {
    guard let text = node.text(of: "name", collector: collector),
      names.isValid(text, what: "the recipe", at: node.place)
    else { return nil }
    return text
  }

  /// Returns the names in a section before it's read, so that others can refer to them.
  private func peekNames(
    _ root: MappingReader,
    _ key: String,
    isOptional: Bool = false
  ) -> Set<String>? {
    guard let node = root.optionalNode(key) else { return isOptional ? [] : nil }
    guard case .mapping(let pairs) = node.content else { return nil }
    return Set(pairs.compactMap(\.key.scalarText))
  }
}
