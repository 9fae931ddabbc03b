import FabDiagnostics
import FabYAML

/// Reads the conditions of one bin.
struct BinConditionReader {
  let subject: BinSubject
  let collector: DiagnosticCollector

  /// Reads `when`, `missing`, `all` and `any`.
  func read(_ bin: MappingReader) -> [BinCondition] {
    var conditions: [BinCondition] = []
    if subject == .unit {
      conditions += [components(bin, "all", all: true), components(bin, "any", all: false)]
        .compactMap { $0 }
      return conditions
    }
    for node in bin.optionalList("missing") {
      guard let text = node.text(of: "missing", collector: collector),
        let characteristic = characteristic(text, at: node.place)
      else { continue }
      conditions.append(.missing(characteristic))
    }
    if let when = bin.optionalMapping("when", of: "the conditions") {
      for (name, place, value) in when.entries() {
        guard let characteristic = characteristic(name, at: place),
          let limits = limits(value, of: characteristic)
        else { continue }
        conditions.append(limits)
      }
      when.finish()
    }
    return conditions
  }

  private func characteristic(_ name: String, at place: Place) -> BinCharacteristic? {
    let known = BinCharacteristic.characteristics(of: subject)
    if let found = known.first(where: { $0.rawValue == name }) { return found }
    let names = known.map(\.rawValue)
    collector.add(
      Diagnostic(
        .unknownChoice,
        at: place,
        "\(subject.rawValue) has no characteristic '\(name)'\(NearMiss.question(for: name, among: names))",
        notes: [.init("there are \(names.joined(separator: ", "))")]
      )
    )
    return nil
  }

  private func limits(_ node: YAMLNode, of characteristic: BinCharacteristic) -> BinCondition? {
    guard
      let reader = MappingReader(
        node,
        of: "the limits of '\(characteristic.rawValue)'",
        collector: collector
      )
    else { return nil }
    let lower = reader.optionalNumber("min")
    let upper = reader.optionalNumber("max")
    let unit = reader.requiredText("unit")
    reader.finish()
    if let unit, unit != characteristic.unit {
      collector.add(
        Diagnostic(
          .unknownUnit,
          at: node.place,
          "limits of '\(characteristic.rawValue)' are in '\(characteristic.unit)'; found '\(unit)'"
        )
      )
    }
    if lower == nil, upper == nil {
      collector.add(
        Diagnostic(
          .missingKey,
          at: node.place,
          "limits of '\(characteristic.rawValue)' need 'min', 'max' or both"
        )
      )
    }
    if let lower, let upper, !(lower < upper) {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: node.place,
          "'max' must be above 'min' (\(lower)); found \(upper)"
        )
      )
    }
    return .value(characteristic, atLeast: lower, atMost: upper)
  }

  private func components(_ bin: MappingReader, _ key: String, all: Bool) -> BinCondition? {
    guard let reader = bin.optionalMapping(key, of: "'\(key)'") else { return nil }
    let quality = reader.requiredChoice("quality", of: BinQuality.self)
    let nodes = reader.requiredList("of")
    reader.finish()
    let names = BinSubject.components.map(\.rawValue)
    let subjects = nodes.compactMap { node -> BinSubject? in
      guard let name = node.text(of: "of", collector: collector) else { return nil }
      if let found = BinSubject.components.first(where: { $0.rawValue == name }) { return found }
      collector.add(
        Diagnostic(
          .unknownComponent,
          at: node.place,
          "a PCU has no component '\(name)'",
          notes: [.init("there are \(names.joined(separator: ", "))")]
        )
      )
      return nil
    }
    guard let quality, !subjects.isEmpty else { return nil }
    return .components(subjects, quality, all: all)
  }
}
