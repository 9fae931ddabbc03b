public import FabDiagnostics
public import FabRecipe
public import FabUnits

/// The sheet resistance of each conductor level, as a range.
public struct SheetResistances: Hashable, Sendable {
  /// The ranges.
  public let ranges: [LevelName: ClosedRange<SheetResistance>]

  /// The resistivity of the bulk metals at 20 °C in ohm metre.
  ///
  /// > Source: *CRC Handbook of Chemistry and Physics*, electrical resistivity of pure metals at 293 K.
  static let bulkResistivities: [String: Double] = [
    "Ag": 1.587e-8, "Al": 2.650e-8, "Au": 2.214e-8, "Cu": 1.678e-8,
  ]

  /// By how much the resistivity of an evaporated film of about 0.1 µm exceeds the bulk's.
  ///
  /// > Source: our own assumption; surface and grain boundary scattering make 1.3 to 2 (K. Fuchs 1938;
  /// > A. F. Mayadas and M. Shatzkes 1970). With it 80 nm of gold have 0.42 ohm per square.
  public static let filmFactor = 1.5

  /// Reads the figures of a recipe; a metal without one gets that of its bulk, thickness and ``filmFactor``.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `missing-key` for a conductor that neither gives.
  public init(_ recipe: Recipe) throws(DiagnosticError) {
    var ranges: [LevelName: ClosedRange<SheetResistance>] = [:]
    for level in recipe.flow.levels where level.isConductor {
      var (low, high) = (0.0, 0.0)
      for film in level.films {
        let range = try Self.range(of: film, in: recipe)
        low += 1 / range.lowerBound.siValue
        high += 1 / range.upperBound.siValue
      }
      ranges[level.name] = SheetResistance(siValue: 1 / low)...SheetResistance(siValue: 1 / high)
    }
    self.ranges = ranges
  }

  /// Returns the sheet resistance of a level at a place in its range.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - share: 0 for the least, 1 for the greatest, 0.5 for the middle.
  /// - Returns: The sheet resistance; `nil` for a level that doesn't conduct.
  public func value(of level: LevelName, at share: Double = 0.5) -> SheetResistance? {
    ranges[level].map { $0.lowerBound + share * ($0.upperBound + -1 * $0.lowerBound) }
  }

  private static func range(
    of name: FilmName,
    in recipe: Recipe
  ) throws(DiagnosticError) -> ClosedRange<SheetResistance> {
    let film = recipe.film(named: name)
    let material = film.flatMap { recipe.material(named: $0.finalMaterial) }
    if let stated = material?.sheetResistance?.value, stated.lowerBound > .zero { return stated }
    if let formula = material?.formula, let bulk = bulkResistivities[formula],
      let thickness = film?.thickness.value, thickness > .zero
    {
      let value = SheetResistance(siValue: filmFactor * bulk / thickness.siValue)
      return value...value
    }
    throw DiagnosticError(
      Diagnostic(
        .missingKey,
        at: .file(recipe.name),
        "film '\(name)' conducts, but nothing says how well",
        fixes: [
          "write 'sheetResistance: {value: 8 ohm/sq to 15 ohm/sq, source: ...}' in material "
            + "'\(film?.finalMaterial.text ?? name.text)'"
        ]
      )
    )
  }
}
