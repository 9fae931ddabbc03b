extension Recipe {
  /// The figures that stand in the recipe without a source, as paths such as
  /// `films.htl.thicknessNm`, sorted.
  ///
  /// The recipes that come with the tool have none.
  public var figuresWithoutSource: [String] {
    Self.bareFigures(in: canonical, at: [])
  }

  /// Members that are figures, whatever unit their key ends in.
  private static let figureKeys: Set<String> = [
    "molarMassGPerMol", "densityGPerCm3", "zRatio", "sheetResistanceOhmPerSquare",
    "maxTemperatureC", "rateRangeAngstromPerS", "supplier", "purityPercent", "thicknessMm",
    "thicknessNm", "procedure", "powerW", "timeS", "rateAngstromPerS", "sourceTemperatureC",
    "waferTemperatureC", "pressurePa", "expansion", "temperatureC",
  ]

  private static func bareFigures(in value: CanonicalValue, at path: [String]) -> [String] {
    switch value {
    case .text, .number:
      let isFigure = path.last.map(figureKeys.contains) ?? false
      return isFigure ? [path.joined(separator: ".")] : []
    case .list(let items):
      if let key = path.last, figureKeys.contains(key) { return [path.joined(separator: ".")] }
      return items.enumerated()
        .flatMap { bareFigures(in: $0.element, at: path + ["\($0.offset + 1)"]) }
    case .object(let members):
      if let key = path.last, figureKeys.contains(key) { return [] }
      return CanonicalValue.sorted(members)
        .flatMap { bareFigures(in: $0.value, at: path + [$0.key]) }
    }
  }
}
