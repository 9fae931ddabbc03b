public import FabRecipe
public import FabUnits

/// What a conversion does to the thickness of a film.
public struct Conversion: Hashable, Sendable {
  /// The film.
  public let film: FilmName
  /// The material as deposited.
  public let material: MaterialName
  /// What it reacts with.
  public let reagent: MaterialName
  /// What it becomes.
  public let product: MaterialName
  /// The thickness as deposited.
  public let thicknessBefore: Length
  /// The thickness after the conversion, by the recipe's expansion factor.
  public let thicknessAfter: Length
  /// Thickness after divided by thickness before, as the recipe states it.
  public let expansion: Double
  /// The same factor from molar masses and densities, as a check; `nil` where the recipe lacks a figure.
  public let expansionByDensity: Double?
  /// Whether an assumption of ours is in ``thicknessAfter``.
  public let usesAssumption: Bool

  /// Computes the conversion of a film; `nil` if it isn't converted, or its thickness or expansion has
  /// no value.
  ///
  /// - Parameters:
  ///   - film: The film.
  ///   - recipe: The recipe that it belongs to.
  ///
  /// > Source: One formula unit stays one formula unit: `(M2 / rho2) / (M1 / rho1)`, with molar mass `M`
  /// > and density `rho` before (1) and after (2).
  public init?(of film: Film, in recipe: Recipe) {
    guard let step = film.conversion, let before = film.thickness.value,
      let factor = step.expansion.value
    else { return nil }
    self.film = film.name
    material = film.material
    reagent = step.reagent
    product = step.product
    thicknessBefore = before
    expansion = factor
    thicknessAfter = factor * before
    usesAssumption = film.thickness.isAssumption || step.expansion.isAssumption
    let volumes = [film.material, step.product]
      .compactMap { name -> Double? in
        guard let material = recipe.material(named: name),
          let molarMass = material.molarMass?.value, let density = material.density?.value
        else { return nil }
        return molarMass.siValue / density.siValue
      }
    expansionByDensity = volumes.count == 2 ? volumes[1] / volumes[0] : nil
  }
}

extension Film {
  /// Returns the thickness in the finished device, after a conversion if there is one; `nil` where the
  /// recipe gives no figure.
  public func finalThickness(in recipe: Recipe) -> Length? {
    conversion == nil
      ? thickness.value : Conversion(of: self, in: recipe)?.thicknessAfter
  }

  /// Whether ``finalThickness(in:)`` rests on an assumption of ours.
  public var finalThicknessIsAssumption: Bool {
    thickness.isAssumption || (conversion?.expansion.isAssumption ?? false)
  }
}
