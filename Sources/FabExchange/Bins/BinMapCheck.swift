import FabDiagnostics

/// What must hold before a map is written, so that every reader takes from the file what was meant.
enum BinMapCheck {
  /// Checks maps that go into one file.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect.
  static func check(_ maps: [BinMap]) throws(DiagnosticError) {
    let collector = DiagnosticCollector()
    if maps.isEmpty {
      collector.add(Diagnostic(.noMeasurement, "there is no map to write"))
    }
    var seen: Set<[String]> = []
    for map in maps {
      check(map, collector)
      if !seen.insert([map.substrate.id, map.layout, map.name]).inserted {
        collector.add(
          Diagnostic(
            .duplicateName,
            "two maps of substrate '\(map.substrate.id)' are named '\(map.name)' on layout '\(map.layout)'"
          )
        )
      }
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
  }

  private static func check(_ map: BinMap, _ collector: DiagnosticCollector) {
    let names = [
      (map.substrate.id, "substrate"), (map.name, "map"), (map.layout, "layout"),
      (map.substrate.lot ?? "-", "lot"), (map.substrate.product ?? "-", "product"),
    ]
    for (name, what) in names {
      _ = ExchangeName.check(name, what: what, at: nil, collector)
    }
    let about =
      "the map '\(ExchangeName.shown(map.name))' of '\(ExchangeName.shown(map.substrate.id))'"
    func fail(_ code: DiagnosticCode, _ text: String) {
      collector.add(Diagnostic(code, "\(about) \(text)"))
    }
    let used = Set(map.codes.compactMap { $0 })
    let all = used.union(map.definitions.map(\.code)).union(map.nullCode.map { [$0] } ?? [])
    let foreign = all.filter { !map.codeType.codes.contains($0) }.sorted()
    if !foreign.isEmpty {
      fail(
        .outOfRange,
        "has codes that \(map.codeType.rawValue) can't spell: "
          + foreign.prefix(8).map(String.init).joined(separator: ", ")
      )
    }
    if map.nullCode == nil, map.deviceCount < map.grid.count {
      fail(.missingKey, "has places without a device but no null bin")
    }
    if let null = map.nullCode, all.subtracting([null]).count < all.count,
      used.contains(null) || map.definitions.contains(where: { $0.code == null })
    {
      fail(.duplicateName, "uses its null bin \(null) for devices too")
    }
    let undefined = used.subtracting(map.definitions.map(\.code)).sorted()
    if !undefined.isEmpty {
      fail(
        .unknownReference,
        "has bins without definition: "
          + undefined.prefix(8).map(String.init).joined(separator: ", ")
      )
    }
    if Set(map.definitions.map(\.code)).count < map.definitions.count {
      fail(.duplicateName, "defines a bin twice")
    }
    if map.references.contains(where: { !map.grid.contains($0) }) {
      fail(.outOfRange, "has a reference device outside its grid")
    }
  }
}
