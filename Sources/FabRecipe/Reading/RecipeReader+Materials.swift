import FabDiagnostics
import FabUnits
import FabYAML

extension RecipeReader {
  /// Reads the section `materials`.
  func readMaterials(_ root: MappingReader) -> [Material] {
    guard let section = root.requiredMapping("materials", of: "'materials'") else { return [] }
    let entries = names.entries(of: section, what: "the material")
    var known: [String: MaterialRole] = [:]
    for entry in entries {
      // An unreadable role is reported below; meanwhile the name exists.
      known[entry.name] = role(of: entry.value) ?? .insulator
    }
    roles = known
    let materials = entries.compactMap { entry -> Material? in
      places.materials[MaterialName(entry.name)] = entry.place
      return MappingReader(
        entry.value,
        of: "the material '\(entry.name)'",
        collector: collector
      )
      .flatMap { material(named: entry.name, $0) }
    }
    return materials.sorted { $0.name < $1.name }
  }

  private func role(of node: YAMLNode) -> MaterialRole? {
    guard case .mapping(let pairs) = node.content else { return nil }
    let value = pairs.first { $0.key.scalarText == "role" }?.value.scalarText
    return value.flatMap(MaterialRole.init)
  }

  private func material(named name: String, _ reader: MappingReader) -> Material? {
    defer { reader.finish() }
    let role = reader.requiredChoice("role", of: MaterialRole.self)
    let solvents: [MaterialName] = reader.optionalList("attackedBy")
      .compactMap { material($0, of: "attackedBy", as: [.solvent]) }
    reportRepeats(reader.optionalNode("attackedBy"), of: "attackedBy")
    return Material(
      name: MaterialName(name),
      title: reader.optionalText("title"),
      formula: reader.optionalText("formula"),
      role: role ?? .insulator,
      molarMass: figures.quantity(reader.optionalNode("molarMass"), of: "molarMass"),
      density: figures.quantity(reader.optionalNode("density"), of: "density"),
      zRatio: figures.ratio(reader.optionalNode("zRatio"), of: "zRatio"),
      sheetResistance: figures.range(
        reader.optionalNode("sheetResistance"),
        of: "sheetResistance"
      ),
      maxTemperature: figures.quantity(
        reader.optionalNode("maxTemperature"),
        of: "maxTemperature"
      ),
      rateRange: figures.range(reader.optionalNode("rateRange"), of: "rateRange"),
      attackedBy: solvents.sorted(),
      supplier: figures.text(reader.optionalNode("supplier"), of: "supplier"),
      purity: figures.quantity(
        reader.optionalNode("purity"),
        of: "purity",
        in: .within(.zero ... .init(100, .percent))
      )
    )
  }

  /// Returns a reference to a material that must play one of the given roles.
  func material(_ node: YAMLNode?, of key: String, as allowed: Set<MaterialRole>) -> MaterialName? {
    let known = roles.map { Set($0.keys) }
    let name: MaterialName? = names.reference(
      node,
      of: key,
      among: known,
      .unknownMaterial,
      what: "material"
    )
    guard let node, let name, let role = roles?[name.text], !allowed.contains(role) else {
      return name
    }
    let expected = allowed.map(\.rawValue).sorted().joined(separator: " or ")
    collector.add(
      Diagnostic(
        .wrongKind,
        at: node.place,
        "'\(key)' needs a material with the role \(expected); '\(name)' has \(role.rawValue)"
      )
    )
    return nil
  }

  /// Reports items that stand twice in a list of names.
  func reportRepeats(_ node: YAMLNode?, of key: String) {
    guard case .sequence(let items)? = node?.content else { return }
    var seen: Set<String> = []
    for item in items {
      guard let text = item.scalarText, !seen.insert(text).inserted else { continue }
      collector.add(
        Diagnostic(
          .duplicateName,
          at: item.place,
          "'\(text)' stands twice in '\(key)'",
          fixes: ["keep one of them"]
        )
      )
    }
  }
}
