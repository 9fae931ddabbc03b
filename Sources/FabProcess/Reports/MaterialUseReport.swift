public import FabRecipe
import FabUnits

/// The use of materials as plain values for JSON and tables.
public struct MaterialUseReport: Encodable, Sendable {
  /// One substance in one film.
  public struct Entry: Encodable, Sendable {
    /// The film.
    public let film: String
    /// The substance.
    public let material: String
    /// `deposited`, `reagent` or `product`.
    public let part: String
    /// The coated area in square millimetres.
    public let areaMm2: Double
    /// The mass in milligrams; absent where the recipe lacks a figure.
    public let massMg: Double?
    /// Whether the mass rests on an assumption of ours.
    public let isAssumption: Bool
    /// What the recipe lacks for a mass; absent where it lacks nothing.
    public let missing: String?
  }

  /// The name of the recipe.
  public let recipe: String
  /// The substances in order of deposition.
  public let films: [Entry]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - use: The masses.
  ///   - recipe: The recipe that they belong to.
  public init(_ use: MaterialUse, of recipe: Recipe) {
    self.recipe = recipe.name
    films = use.films.map { entry in
      Entry(
        film: entry.film.text,
        material: entry.material.text,
        part: entry.part.rawValue,
        areaMm2: entry.area.value(in: .squareMillimetre),
        massMg: entry.mass?.value(in: .milligram),
        isAssumption: entry.isAssumption,
        missing: entry.missing
      )
    }
  }

  /// The rows of a table: a header, then the substances with masses to a microgram.
  public var rows: [[String]] {
    [["film", "material", "part", "area mm2", "mass mg"]]
      + films.map { entry in
        [
          entry.film, entry.material, entry.part, Self.thousandths(entry.areaMm2),
          entry.massMg.map { Self.thousandths($0) + (entry.isAssumption ? " (assumed)" : "") }
            ?? "unknown: \(entry.missing ?? "")",
        ]
      }
  }

  /// Returns a number rounded to three decimals, the same text on every machine.
  private static func thousandths(_ value: Double) -> String {
    let rounded = (value * 1000).rounded()
    guard let whole = Int(exactly: rounded) else { return "\(value)" }
    return ExactDecimal(significand: whole, exponent: -3).description
  }
}
