import FabUnits

/// What a recipe declares as plain values for a table.
///
/// As JSON a recipe is shown in its canonical form, ``Recipe/canonicalJSON()``.
public struct RecipeReport: Sendable {
  /// The rows of a table of films in order of deposition: a header, then film, material, thickness as
  /// deposited, level and steps.
  public let filmRows: [[String]]
  /// The rows of a table of materials: a header, then name, formula, role, molar mass, density,
  /// supplier and purity.
  public let materialRows: [[String]]

  /// Creates the report of a recipe.
  public init(_ recipe: Recipe) {
    filmRows =
      [["film", "material", "thickness", "level", "steps"]]
      + recipe.films.map { film in
        [
          film.name.text,
          film.material == film.finalMaterial
            ? film.material.text : "\(film.material) -> \(film.finalMaterial)",
          Self.cell(film.thickness) { $0.text(in: .nanometre) },
          recipe.flow.level(of: film.name)?.name.text ?? "",
          film.steps.map(\.kind.rawValue).joined(separator: ", "),
        ]
      }
    materialRows =
      [["material", "formula", "role", "molar mass", "density", "supplier", "purity"]]
      + recipe.materials.map { material in
        [
          material.name.text, material.formula ?? "-", material.role.rawValue,
          Self.cell(material.molarMass) { $0.text(in: .gramPerMole) },
          Self.cell(material.density) { $0.text(in: .gramPerCubicCentimetre) },
          Self.cell(material.supplier) { $0 },
          Self.cell(material.purity) { $0.text(in: .percent) },
        ]
      }
  }

  private static func cell<Value>(_ figure: Stated<Value>?, _ text: (Value) -> String) -> String {
    guard let figure else { return "-" }
    guard let value = figure.value else { return "unspecified" }
    return text(value) + (figure.isAssumption ? " (assumed)" : "")
  }
}
