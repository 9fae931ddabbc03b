public import FabRecipe
public import FabUnits

/// How much of each substance ends up on a wafer.
///
/// What coats the chamber and the mask isn't counted; a source needs a multiple of it.
public struct MaterialUse: Hashable, Sendable {
  /// The substances in order of deposition.
  public let films: [FilmMass]

  /// Computes the masses on a wafer that is coated all over.
  ///
  /// - Parameters:
  ///   - recipe: The recipe.
  ///   - area: The area of the wafer.
  public init(_ recipe: Recipe, unmaskedArea area: Area) {
    films = recipe.films.flatMap { Self.masses(of: $0, in: recipe, area: area) }
  }

  /// Computes the masses behind masks.
  ///
  /// - Parameters:
  ///   - recipe: The recipe.
  ///   - apertures: The open area of each mask level; a level that is absent has none.
  public init(_ recipe: Recipe, apertures: [LevelName: Area]) {
    films = recipe.films.flatMap { film in
      let level = recipe.flow.level(of: film.name)?.name
      let area = level.flatMap { apertures[$0] } ?? .zero
      return Self.masses(of: film, in: recipe, area: area)
    }
  }

  /// Returns the mass of a substance in a film, as one of its parts.
  public func mass(of film: FilmName, _ part: FilmMassPart) -> Mass? {
    films.first { $0.film == film && $0.part == part }?.mass
  }

  /// > Source: `m = area * thickness * density`; a conversion takes up one mole of reagent for each mole
  /// > of film, `m2 = m1 * M2 / M1`.
  private static func masses(of film: Film, in recipe: Recipe, area: Area) -> [FilmMass] {
    let density = recipe.material(named: film.material)?.density
    var mass: Mass?
    var missing: String?
    if let thickness = film.thickness.value, let density = density?.value {
      mass = Mass(siValue: area.siValue * thickness.siValue * density.siValue)
    } else {
      missing =
        film.thickness.value == nil
        ? "the thickness of '\(film.name)'" : "the density of '\(film.material)'"
    }
    let isAssumption = film.thickness.isAssumption || (density?.isAssumption ?? false)
    // A film that the substrate is bought with uses nothing.
    guard film.deposition != nil else { return [] }
    let deposited = FilmMass(
      film: film.name,
      material: film.material,
      part: .deposited,
      area: area,
      mass: mass,
      isAssumption: isAssumption && mass != nil,
      missing: missing
    )
    guard let conversion = film.conversion else { return [deposited] }
    let reagent = reaction(of: deposited, with: conversion.reagent, in: recipe)
    let product = FilmMass(
      film: film.name,
      material: conversion.product,
      part: .product,
      area: area,
      mass: mass.flatMap { own in reagent.mass.map { own + $0 } },
      isAssumption: reagent.isAssumption,
      missing: reagent.missing
    )
    return [deposited, reagent, product]
  }

  private static func reaction(
    of film: FilmMass,
    with name: MaterialName,
    in recipe: Recipe
  ) -> FilmMass {
    let own = recipe.material(named: film.material)?.molarMass
    let other = recipe.material(named: name)?.molarMass
    var mass: Mass?
    var missing = film.missing
    if let ownValue = own?.value, let otherValue = other?.value {
      mass = film.mass.map { (otherValue / ownValue) * $0 }
    } else if missing == nil {
      missing = "the molar mass of '\(own?.value == nil ? film.material : name)'"
    }
    let isAssumption =
      film.isAssumption || (own?.isAssumption ?? false) || (other?.isAssumption ?? false)
    return FilmMass(
      film: film.film,
      material: name,
      part: .reagent,
      area: film.area,
      mass: mass,
      isAssumption: isAssumption && mass != nil,
      missing: missing
    )
  }
}
