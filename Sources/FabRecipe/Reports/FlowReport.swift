import FabUnits

/// The derived flow as plain values for JSON and tables.
public struct FlowReport: Encodable, Sendable {
  /// One mask level.
  public struct Level: Encodable, Sendable {
    /// The position from 0, also the GDSII layer number.
    public let index: Int
    /// The name.
    public let name: String
    /// The films in order of deposition.
    public let films: [String]
    /// The components that have these films.
    public let components: [String]
    /// Whether the films conduct.
    public let isConductor: Bool
    /// How the films get their pattern: `subtractive` or `shadow-mask`.
    public let method: String
    /// How the mask is made.
    public let technology: String
    /// The thickness of the sheet in micrometres.
    public let sheetThicknessUm: Double
    /// The fill colour, `#rrggbb`.
    public let color: String
  }

  /// One component.
  public struct Part: Encodable, Sendable {
    /// The name.
    public let name: String
    /// What it is.
    public let kind: String
    /// The films from the glass up.
    public let films: [String]
    /// The levels that it needs, from the glass up.
    public let levels: [String]
  }

  /// The name of the recipe.
  public let recipe: String
  /// The films in order of deposition.
  public let films: [String]
  /// The levels in order of their first film.
  public let levels: [Level]
  /// The components in alphabetical order.
  public let components: [Part]

  /// Creates the report of a recipe.
  public init(_ recipe: Recipe) {
    self.recipe = recipe.name
    let flow = recipe.flow
    films = flow.films.map(\.text)
    levels = flow.levels.map { level in
      Level(
        index: level.index,
        name: level.name.text,
        films: level.films.map(\.text),
        components: level.components.map(\.text),
        isConductor: level.isConductor,
        method: level.method.rawValue,
        technology: level.technology.rawValue,
        sheetThicknessUm: level.sheetThickness.value(in: .micrometre),
        color: level.color
      )
    }
    components = flow.components.map { component in
      Part(
        name: component.name.text,
        kind: component.kind.rawValue,
        films: component.films.map(\.text),
        levels: flow.levels(of: component).map(\.name.text)
      )
    }
  }

  /// The rows of a table: a header, then each film with its level, and a mark for each component that
  /// gets it.
  public var rows: [[String]] {
    let header = ["film", "level"] + components.map(\.name)
    return [header]
      + films.map { film in
        let level = levels.first { $0.films.contains(film) }
        return [film, level.map { "\($0.index) \($0.name)" } ?? ""]
          + components.map { $0.films.contains(film) ? "x" : "-" }
      }
  }
}
