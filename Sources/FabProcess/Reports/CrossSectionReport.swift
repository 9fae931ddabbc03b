public import FabRecipe
import FabUnits

/// The cross-sections of a recipe's components as plain values for JSON and tables.
public struct CrossSectionReport: Encodable, Sendable {
  /// One component.
  public struct Section: Encodable, Sendable {
    /// The component.
    public let component: String
    /// What it is.
    public let kind: String
    /// The height of the stack in nanometres.
    public let heightNm: Double
    /// The films from the substrate up.
    public let bands: [Layer]
  }

  /// One film of a section.
  public struct Layer: Encodable, Sendable {
    /// The film.
    public let film: String
    /// What it consists of in the finished device.
    public let material: String
    /// The height of the lower face in nanometres.
    public let bottomNm: Double
    /// The height of the upper face in nanometres.
    public let topNm: Double
    /// Whether the thickness rests on an assumption of ours.
    public let isAssumption: Bool
    /// Whether nobody states or assumes a thickness.
    public let isUnknown: Bool
    /// The fill colour, `#rrggbb`.
    public let color: String
  }

  /// The name of the recipe.
  public let recipe: String
  /// The components in alphabetical order.
  public let sections: [Section]

  /// Creates the report of a recipe.
  public init(_ recipe: Recipe) {
    self.recipe = recipe.name
    sections = CrossSection.all(in: recipe)
      .map { section in
        Section(
          component: section.component.text,
          kind: section.kind.rawValue,
          heightNm: section.height.value(in: .nanometre),
          bands: section.bands.map { band in
            Layer(
              film: band.film.text,
              material: band.material.text,
              bottomNm: band.bottom.value(in: .nanometre),
              topNm: band.top.value(in: .nanometre),
              isAssumption: band.isAssumption,
              isUnknown: band.isUnknown,
              color: band.color
            )
          }
        )
      }
  }
}
