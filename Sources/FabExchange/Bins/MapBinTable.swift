import FabDiagnostics

/// The bin definitions of a map as its file gives them, held against what the map holds.
struct MapBinTable {
  let type: BinCodeType
  let nullCode: Int?
  private(set) var definitions: [BinDefinition] = []
  private var counts: [Int: (sum: Int, element: MapElement)] = [:]
  private var first: [Int: MapElement] = [:]

  init(type: BinCodeType, nullCode: Int?) {
    self.type = type
    self.nullCode = nullCode
  }

  /// Reads one definition.
  mutating func add(_ element: MapElement, nameAttribute: String) {
    guard let text = element.required("BinCode") else { return }
    guard let code = type.code(of: text) else {
      element.fail(
        .malformedRow,
        "BinCode '\(ExchangeName.shown(text))' is no \(type.rawValue) code"
      )
      return
    }
    if element.attribute("BinCount") != nil,
      let count = element.integer("BinCount", in: 0...100_000_000)
    {
      counts[code] = ((counts[code]?.sum ?? 0) + count, counts[code]?.element ?? element)
    }
    let quality = quality(element)
    let name = element.attribute(nameAttribute) ?? ""
    if let index = definitions.firstIndex(where: { $0.code == code }) {
      let before = definitions[index]
      let isContradiction = before.quality != nil && quality != nil && before.quality != quality
      element.collector.add(
        Diagnostic(
          .duplicateName,
          severity: isContradiction ? .error : .warning,
          at: element.place,
          "bin \(type.text(of: code)) is defined again, as '\(ExchangeName.shown(name))'"
            + (isContradiction ? " with another quality" : "; the first name is kept"),
          notes: [
            Diagnostic.Note(
              at: first[code]?.place,
              "it is defined as '\(ExchangeName.shown(before.name))' here"
            )
          ]
        )
      )
      return
    }
    first[code] = element
    definitions.append(BinDefinition(code: code, quality: quality, name: name))
  }

  private func quality(_ element: MapElement) -> BinQuality? {
    guard let text = element.attribute("BinQuality"), !text.isEmpty else { return nil }
    switch text.lowercased() {
    case "pass", "good", "p": return .pass
    case "fail", "bad", "reject", "f": return .fail
    case "skip", "null", "ignore", "untested", "ugly": return .skip
    default:
      element.warn(
        .unknownChoice,
        "BinQuality is '\(ExchangeName.shown(text))', expected Pass, Fail or Skip; it's left open"
      )
      return nil
    }
  }

  /// Checks a map's codes and counts against the definitions and gives the map its definitions.
  func finish(_ map: inout BinMap, at element: MapElement) {
    var found = map.counts()
    if let nullCode { found[nullCode] = map.grid.count - map.deviceCount }
    for (code, stated) in counts.sorted(by: { $0.key < $1.key })
    where stated.sum != found[code] ?? 0 {
      stated.element.warn(
        .outOfRange,
        "BinCount of bin \(type.text(of: code)) is \(stated.sum), but the map has "
          + "\(found[code] ?? 0) such devices; the map counts"
      )
    }
    let unknown = map.counts().filter { code, _ in !definitions.contains { $0.code == code } }
    if !unknown.isEmpty, !definitions.isEmpty {
      let texts = unknown.sorted { $0.key < $1.key }
        .map { "\(type.text(of: $0.key)) (\($0.value) devices)" }
      element.fail(
        .unknownReference,
        "the map has bins without definition: " + texts.prefix(8).joined(separator: ", "),
        fixes: ["define every bin that occurs, or none"]
      )
    } else if !unknown.isEmpty {
      element.warn(
        .missingKey,
        "no bin is defined, so that it stays open which devices pass"
      )
    }
    map.definitions = definitions.filter { $0.code != nullCode }
    let undefined = unknown.keys.sorted().map { BinDefinition(code: $0, quality: nil) }
    map.definitions += undefined
  }
}
