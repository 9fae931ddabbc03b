public import FabDiagnostics
import FabXML

extension E142 {
  /// Writes bin maps as one file.
  ///
  /// As many rows as the dimension says, each as long as it says, from the top as seen; counts of bins
  /// recounted; null bin, orientation, origin, axes and a reference device always said. Maps of one substrate
  /// on one layout, as those of components, are overlays of one `SubstrateMap`. A map whose devices stand
  /// in blocks has a layout of blocks between substrate and devices. Coordinates count from 1, as in the
  /// published sample. Equal maps give equal bytes.
  ///
  /// - Parameter maps: The maps; those of one layout name have the same grid.
  /// - Returns: The bytes of the file.
  /// - Throws: A ``DiagnosticError`` with what can't be written: names, codes that the code type can't spell,
  ///   bins without definition, two maps of one name, two grids of one layout.
  public static func bytes(of maps: [BinMap]) throws(DiagnosticError) -> [UInt8] {
    try BinMapCheck.check(maps)
    try checkGrids(maps)
    let writer = XMLWriter()
    writer.element("MapData", ["xmlns": namespace]) {
      writer.element("Layouts") {
        var written: Set<String> = []
        for map in maps where written.insert(map.layout).inserted {
          writeLayouts(of: map, on: writer)
        }
      }
      writer.element("Substrates") {
        var written: Set<String> = []
        for map in maps where written.insert(map.substrate.id).inserted {
          write(map.substrate, on: writer)
        }
      }
      writer.element("SubstrateMaps") {
        var written: Set<[String]> = []
        for map in maps where written.insert([map.substrate.id, map.layout]).inserted {
          writeSubstrateMap(
            maps.filter { $0.substrate.id == map.substrate.id && $0.layout == map.layout },
            on: writer
          )
        }
      }
    }
    return writer.finish()
  }

  private static func checkGrids(_ maps: [BinMap]) throws(DiagnosticError) {
    for map in maps {
      guard let first = maps.first(where: { $0.layout == map.layout }), first.grid != map.grid
      else { continue }
      throw DiagnosticError(
        Diagnostic(
          .duplicateName,
          "the maps '\(first.name)' and '\(map.name)' have different grids of one layout, '\(map.layout)'"
        )
      )
    }
  }

  private static func outerName(_ map: BinMap) -> String { map.layout + "-substrate" }
  private static func blockName(_ map: BinMap) -> String { map.layout + "-block" }

  private static func writeLayouts(of map: BinMap, on writer: XMLWriter) {
    let grid = map.grid
    let blocks = grid.blocks
    writer.element(
      "Layout",
      ["LayoutId": outerName(map), "TopLevel": "true", "DefaultUnits": "mm"]
    ) {
      writer.element("Dimension", ["X": "1", "Y": "1"])
      writeChild(blocks == nil ? map.layout : blockName(map), on: writer)
    }
    if let blocks {
      writer.element(
        "Layout",
        ["LayoutId": blockName(map), "TopLevel": "false", "DefaultUnits": "mm"]
      ) {
        writer.element("Dimension", ["X": "\(blocks.columns)", "Y": "\(blocks.rows)"])
        write(blocks.step, as: "StepSize", on: writer)
        writeChild(map.layout, on: writer)
      }
    }
    writer.element(
      "Layout",
      ["LayoutId": map.layout, "TopLevel": "false", "DefaultUnits": "mm"]
    ) {
      writer.element(
        "Dimension",
        [
          "X": "\(grid.columns / (blocks?.columns ?? 1))",
          "Y": "\(grid.rows / (blocks?.rows ?? 1))",
        ]
      )
      let corner = grid.lowerLeft.map { centre in
        MapVector(
          x: centre.x - (grid.deviceSize?.x ?? 0) / 2,
          y: centre.y - (grid.deviceSize?.y ?? 0) / 2
        )
      }
      write(corner, as: "LowerLeft", on: writer)
      write(grid.deviceSize, as: "DeviceSize", on: writer)
      write(grid.step, as: "StepSize", on: writer)
      if let product = map.substrate.product { writer.element("ProductId", text: product) }
    }
  }

  private static func writeChild(_ layout: String, on writer: XMLWriter) {
    writer.element("ChildLayouts") { writer.element("ChildLayout", ["LayoutId": layout]) }
  }

  private static func write(_ vector: MapVector?, as name: String, on writer: XMLWriter) {
    guard let vector else { return }
    writer.element(
      name,
      ["X": MillimetreText.text(vector.x), "Y": MillimetreText.text(vector.y), "Units": "mm"]
    )
  }

  private static func write(_ substrate: SubstrateIdentity, on writer: XMLWriter) {
    writer.element(
      "Substrate",
      ["SubstrateType": substrate.kind, "SubstrateId": substrate.id]
    ) {
      if let lot = substrate.lot { writer.element("LotId", text: lot) }
      if let slot = substrate.slot { writer.element("SlotNumber", text: "\(slot)") }
      if let supplier = substrate.supplier { writer.element("SupplierName", text: supplier) }
    }
  }

  private static func writeSubstrateMap(_ maps: [BinMap], on writer: XMLWriter) {
    guard let first = maps.first else { return }
    let path =
      [outerName(first)] + (first.grid.blocks == nil ? [] : [blockName(first)]) + [first.layout]
    writer.element(
      "SubstrateMap",
      [
        "SubstrateType": first.substrate.kind, "SubstrateId": first.substrate.id,
        "LayoutSpecifier": path.joined(separator: "/"), "SubstrateSide": "TopSide",
        "Orientation": "0", "OriginLocation": MapOrigin.lowerLeft.rawValue,
        "AxisDirection": MapAxes.upRight.rawValue,
      ]
    ) {
      for map in maps { writeOverlay(map, on: writer) }
    }
  }

  private static func writeOverlay(_ map: BinMap, on writer: XMLWriter) {
    writer.element("Overlay", ["MapName": map.name, "MapVersion": "1"]) {
      let references =
        map.references.isEmpty
        ? [map.places.first ?? GridPlace(column: 0, row: 0)] : map.references
      writer.element("ReferenceDevices") {
        for place in references {
          writer.element("ReferenceDevice") {
            writer.element("Coordinates", ["X": "\(place.column + 1)", "Y": "\(place.row + 1)"])
          }
        }
      }
      let type = map.codeType
      var attributes = [(name: "BinType", value: type.rawValue)]
      if let null = map.nullCode { attributes.append(("NullBin", type.text(of: null))) }
      writer.element("BinCodeMap", attributes: attributes) {
        let counts = map.counts()
        writer.element("BinDefinitions") {
          for definition in map.definitions {
            writer.element(
              "BinDefinition",
              attributes: self.attributes(of: definition, count: counts[definition.code] ?? 0, type)
            ) {}
          }
        }
        for row in MapRows.texts(of: map) { writer.element("BinCode", text: row) }
      }
    }
  }

  private static func attributes(
    of definition: BinDefinition,
    count: Int,
    _ type: BinCodeType
  ) -> [(name: String, value: String)] {
    var attributes = [
      (name: "BinCode", value: type.text(of: definition.code)), ("BinCount", "\(count)"),
    ]
    if let quality = definition.quality {
      attributes.append(("BinQuality", quality.rawValue))
    }
    if !definition.name.isEmpty { attributes.append(("BinDescription", definition.name)) }
    return attributes
  }
}
