import FabDiagnostics
import FabUnits

extension Recipe {
  /// Returns the recipe as compact JSON with sorted keys, exact decimals and the unit in each key.
  ///
  /// Two files that say the same have the same bytes, whatever their key order, spacing, comments and
  /// units. Lists keep their order where it has a meaning: stacks and steps.
  public func canonicalJSON() -> [UInt8] {
    Array(canonical.json.utf8)
  }

  /// The recipe as a tree, before it's written out.
  var canonical: CanonicalValue {
    .members([
      "format": .text(Recipe.format),
      "name": .text(name),
      "title": .text(title),
      "source": source.map { .text($0) },
      "materials": Self.named(materials) { ($0.name.text, $0.canonical) },
      "substrate": substrate.canonical,
      "films": Self.named(films) { ($0.name.text, $0.canonical) },
      "maskLevels": Self.named(maskLevels) { ($0.name.text, $0.canonical) },
      "components": Self.named(components) { ($0.name.text, $0.canonical) },
      "justifications": justifications.isEmpty
        ? nil : .list(justifications.map(\.canonical)),
    ])
  }

  private static func named<Item>(
    _ items: [Item],
    _ entry: (Item) -> (String, CanonicalValue)
  ) -> CanonicalValue {
    .object(Dictionary(items.map(entry)) { first, _ in first })
  }
}

extension Material {
  fileprivate var canonical: CanonicalValue {
    .members([
      "title": title.map { .text($0) },
      "formula": formula.map { .text($0) },
      "role": .text(role.rawValue),
      "molarMassGPerMol": .quantity(molarMass, .gramPerMole),
      "densityGPerCm3": .quantity(density, .gramPerCubicCentimetre),
      "zRatio": .ratio(zRatio),
      "sheetResistanceOhmPerSquare": .range(sheetResistance, .ohmPerSquare),
      "maxTemperatureC": .quantity(maxTemperature, .celsius),
      "rateRangeAngstromPerS": .range(rateRange, .angstromPerSecond),
      "attackedBy": .names(attackedBy),
      "supplier": .text(supplier),
      "purityPercent": .quantity(purity, .percent),
    ])
  }
}

extension Substrate {
  fileprivate var canonical: CanonicalValue {
    .members([
      "material": .text(material.text),
      "thicknessMm": .quantity(thickness, .millimetre),
      "steps": .list(steps.map(\.canonical)),
    ])
  }
}

extension Film {
  fileprivate var canonical: CanonicalValue {
    .members([
      "material": .text(material.text),
      "thicknessNm": .quantity(thickness, .nanometre),
      "maskLevel": maskLevel.map { .text($0.text) },
      "method": .text(method.rawValue),
      "steps": .list(steps.map(\.canonical)),
      "before": .names(before),
      "after": .names(after),
    ])
  }
}

extension MaskLevelDeclaration {
  fileprivate var canonical: CanonicalValue {
    .object([
      "technology": .text(technology.rawValue),
      "sheetThicknessUm": .number(sheetThickness.value(in: .micrometre)),
      "color": .text(color),
    ])
  }
}

extension Component {
  fileprivate var canonical: CanonicalValue {
    .object([
      "kind": .text(kind.rawValue), "stack": .list(films.map { .text($0.text) }),
    ])
  }
}

extension Justification {
  fileprivate var canonical: CanonicalValue {
    .members([
      "warning": .text(warning.rawValue),
      "step": .text(step.description),
      "film": film.map { .text($0.text) },
      "because": .text(because),
    ])
  }
}
