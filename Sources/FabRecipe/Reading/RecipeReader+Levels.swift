import FabDiagnostics
import FabUnits
import FabYAML

extension RecipeReader {
  /// Reads the section `maskLevels`.
  func readLevels(_ root: MappingReader) -> [MaskLevelDeclaration] {
    guard let section = root.optionalMapping("maskLevels", of: "'maskLevels'") else { return [] }
    let levels = names.entries(of: section, what: "the level")
      .compactMap { entry -> MaskLevelDeclaration? in
        places.levels[LevelName(entry.name)] = entry.place
        let subject = "the mask level '\(entry.name)'"
        guard
          let reader = MappingReader(entry.value, of: subject, collector: collector)
        else { return nil }
        let technology = reader.requiredChoice("technology", of: MaskTechnology.self)
        let thickness: Length? = reader.requiredQuantity("sheetThickness", .positive)
        let color = reader.requiredNode("color").flatMap(color)
        reader.finish()
        guard let technology, let thickness, let color else { return nil }
        return MaskLevelDeclaration(
          name: LevelName(entry.name),
          technology: technology,
          sheetThickness: thickness,
          color: color
        )
      }
    return levels.sorted { $0.name < $1.name }
  }

  private func color(_ node: YAMLNode) -> String? {
    guard let text = node.text(of: "color", collector: collector) else { return nil }
    let digits = text.dropFirst()
    let isColor =
      text.hasPrefix("#") && digits.count == 6 && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
    if isColor { return text.lowercased() }
    collector.add(
      Diagnostic(
        .unknownChoice,
        at: node.place,
        "'color' is '#' and six hexadecimal digits such as '#56b4e9'; found '\(text)'",
        fixes: ["put it in quotes: an unquoted '#' begins a comment"]
      )
    )
    return nil
  }
}
