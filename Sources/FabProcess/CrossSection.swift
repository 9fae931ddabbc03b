public import FabRecipe
public import FabUnits

/// The films of one component from the substrate up, as thick as they end up.
public struct CrossSection: Hashable, Sendable {
  /// The component.
  public let component: ComponentName
  /// What it is.
  public let kind: ComponentKind
  /// The films from the substrate up; each lies on the one before.
  public let bands: [Band]

  /// The height of the whole stack.
  public var height: Length { bands.last?.top ?? .zero }

  /// Computes the section of a component of a recipe.
  ///
  /// - Precondition: The component belongs to the recipe.
  public init(of component: Component, in recipe: Recipe) {
    self.component = component.name
    kind = component.kind
    var nanometres: Double = 0
    bands = component.films.compactMap { name in
      guard let film = recipe.film(named: name), let level = recipe.flow.level(of: name) else {
        preconditionFailure("the film '\(name)' of '\(component.name)' isn't in the recipe")
      }
      let thickness = film.finalThickness(in: recipe)
      let bottom = nanometres
      // Summed in nanometres, so that the heights stay short decimals.
      nanometres += thickness?.value(in: .nanometre) ?? 0
      return Band(
        film: name,
        material: film.finalMaterial,
        role: recipe.material(named: film.finalMaterial)?.role ?? .insulator,
        level: level.name,
        color: level.color,
        bottom: Length(bottom, .nanometre),
        top: Length(nanometres, .nanometre),
        isAssumption: film.finalThicknessIsAssumption,
        isUnknown: thickness == nil
      )
    }
  }

  /// Returns the sections of all components of a recipe, in alphabetical order.
  public static func all(in recipe: Recipe) -> [CrossSection] {
    recipe.components.map { CrossSection(of: $0, in: recipe) }
  }
}
