public import FabDiagnostics
import FabXML

extension G85 {
  /// Writes maps as one file, a `Map` for each.
  ///
  /// Rows and columns, null bin, orientation 0, origin and a reference device are always said, counts of bins
  /// recounted. Lengths are in micrometres. Blocks and the position of the first device have no place in
  /// the format and are left out.
  ///
  /// - Parameter maps: The maps.
  /// - Returns: The bytes of the file.
  /// - Throws: A ``DiagnosticError`` with what can't be written, as for E142.
  public static func bytes(of maps: [BinMap]) throws(DiagnosticError) -> [UInt8] {
    try BinMapCheck.check(maps)
    let writer = XMLWriter()
    writer.element("Maps") {
      for map in maps {
        writer.element(
          "Map",
          [
            "SubstrateType": map.substrate.kind, "WaferId": map.substrate.id,
            "FormatRevision": "G85-1101",
          ]
        ) { write(map, on: writer) }
      }
    }
    return writer.finish()
  }

  private static func write(_ map: BinMap, on writer: XMLWriter) {
    let type = map.codeType
    var attributes = [(name: "BinType", value: type.rawValue)]
    if let null = map.nullCode { attributes.append(("NullBin", type.text(of: null))) }
    if let product = map.substrate.product { attributes.append(("ProductId", product)) }
    if let lot = map.substrate.lot { attributes.append(("LotId", lot)) }
    if let slot = map.substrate.slot { attributes.append(("SlotNumber", "\(slot)")) }
    if let supplier = map.substrate.supplier { attributes.append(("SupplierName", supplier)) }
    attributes += [
      ("Rows", "\(map.grid.rows)"), ("Columns", "\(map.grid.columns)"), ("Orientation", "0"),
      ("OriginLocation", "3"),
    ]
    for (name, size) in [("DeviceSize", map.grid.deviceSize), ("StepSize", map.grid.step)] {
      guard let size else { continue }
      attributes.append((name + "X", MillimetreText.text(size.x * 1000)))
      attributes.append((name + "Y", MillimetreText.text(size.y * 1000)))
    }
    writer.element("Device", attributes: attributes) {
      let references =
        map.references.isEmpty
        ? [map.places.first ?? GridPlace(column: 0, row: 0)] : map.references
      for place in references {
        writer.element(
          "ReferenceDevice",
          ["ReferenceDeviceX": "\(place.column + 1)", "ReferenceDeviceY": "\(place.row + 1)"]
        )
      }
      let counts = map.counts()
      for definition in map.definitions {
        var bin = [
          (name: "BinCode", value: type.text(of: definition.code)),
          ("BinCount", "\(counts[definition.code] ?? 0)"),
        ]
        if let quality = definition.quality { bin.append(("BinQuality", quality.rawValue)) }
        if !definition.name.isEmpty { bin.append(("BinDescription", definition.name)) }
        writer.element("Bin", attributes: bin) {}
      }
      writer.element("Data", ["MapName": map.name, "MapVersion": "1"]) {
        for row in MapRows.texts(of: map) { writer.element("Row", text: row) }
      }
    }
  }
}
