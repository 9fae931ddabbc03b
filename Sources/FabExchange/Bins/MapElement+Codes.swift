import FabDiagnostics

extension MapElement {
  /// The kind of codes that `BinType` states, characters where it doesn't.
  ///
  /// - Parameter names: What the format calls the kinds, for messages.
  /// - Returns: The kind; `nil` where a defect was reported.
  func codeType(named names: String) -> BinCodeType? {
    let spelling = attribute("BinType") ?? "Ascii"
    if let type = BinCodeType(spelling: spelling) { return type }
    fail(.unknownChoice, "BinType is '\(ExchangeName.shown(spelling))', expected \(names)")
    return nil
  }

  /// The code that `NullBin` states for places without a device.
  ///
  /// - Returns: Whether what is stated is a code, and the code; `nil` where none is stated.
  func nullCode(of type: BinCodeType) -> (isSound: Bool, code: Int?) {
    guard let text = attribute("NullBin"), !text.isEmpty else { return (true, nil) }
    if let code = type.code(of: text) { return (true, code) }
    fail(.malformedRow, "NullBin '\(ExchangeName.shown(text))' is no \(type.rawValue) code")
    return (false, nil)
  }

  /// The turn that `Orientation` states, in degree, none where it doesn't; `nil` where a defect was reported.
  func orientation() -> Int? {
    let angle = attribute("Orientation") ?? "0"
    if let value = Double(angle), [0, 90, 180, 270].contains(value) { return Int(value) }
    fail(
      .unknownChoice,
      "Orientation is '\(ExchangeName.shown(angle))', expected 0, 90, 180 or 270"
    )
    return nil
  }

  /// Reads the definitions of bins into a table.
  static func addDefinitions(_ definitions: [MapElement], to table: inout MapBinTable) {
    for definition in definitions {
      definition.remarkOthers(
        attributes: ["BinCode", "BinCount", "BinQuality", "BinDescription", "Pick"]
      )
      table.add(definition, nameAttribute: "BinDescription")
    }
  }
}
