import FabDiagnostics
import FabXML

/// Reads one `Device` of a G85 map: attributes, bins, rows.
struct G85Device {
  let element: MapElement
  var substrate: SubstrateIdentity
  let options: MapReadingOptions

  init(element: MapElement, substrate: SubstrateIdentity, options: MapReadingOptions) {
    self.element = element
    self.substrate = substrate
    self.options = options
    self.substrate.product = element.attribute("ProductId").flatMap { $0.isEmpty ? nil : $0 }
    self.substrate.supplier = element.attribute("SupplierName").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the map; `nil` where a defect was reported.
  func map() -> BinMap? {
    element.remarkOthers(
      attributes: [
        "BinType", "CreateDate", "DeviceSizeX", "DeviceSizeY", "StepSizeX", "StepSizeY", "LotId",
        "Orientation", "OriginLocation", "ProductId", "Rows", "Columns", "NullBin",
        "SupplierName", "SlotNumber", "WaferSize", "MapType", "MagazineId", "FrameId",
        "LastModified",
        "Status", "Units",
      ],
      children: ["ReferenceDevice", "Bin", "Data"]
    )
    var substrate = substrate
    if let lot = element.attribute("LotId"), !lot.isEmpty {
      guard ExchangeName.check(lot, what: "LotId", at: element.place, element.collector) else {
        return nil
      }
      substrate.lot = lot
    }
    substrate.slot = element.integer("SlotNumber")
    guard let type = element.codeType(named: "Ascii, Decimal, HexaDecimal or Integer2") else {
      return nil
    }
    let (isSound, nullCode) = element.nullCode(of: type)
    guard isSound else { return nil }
    let rows = element.children("Data").flatMap { $0.children("Row") }
    guard let frame = frame(rows, type) else { return nil }
    let data = element.child("Data")
    let name = data?.attribute("MapName").flatMap { $0.isEmpty ? nil : $0 } ?? "BinCodeMap"
    guard ExchangeName.check(name, what: "MapName", at: data?.place, element.collector) else {
      return nil
    }
    let unitName = element.attribute("Units") ?? "micron"
    guard let unit = MapElement.millimetres(of: unitName) else {
      element.fail(
        .unknownUnit,
        "Units is '\(ExchangeName.shown(unitName))', expected micron, mm, inch or mil"
      )
      return nil
    }
    var map = BinMap(
      name: name,
      substrate: substrate,
      grid: BinMapGrid(
        columns: frame.isTurned ? frame.rows : frame.columns,
        rows: frame.isTurned ? frame.columns : frame.rows,
        step: vector("StepSize", unit: unit),
        deviceSize: vector("DeviceSize", unit: unit)
      ),
      codeType: type,
      nullCode: nullCode
    )
    guard MapRows.fill(rows, &map, frame: frame, order: options.rowOrder) else { return nil }
    readReferences(&map, frame)
    var table = MapBinTable(type: type, nullCode: nullCode)
    MapElement.addDefinitions(element.children("Bin"), to: &table)
    table.finish(&map, at: element)
    return map
  }

  private func frame(_ rows: [MapElement], _ type: BinCodeType) -> MapFrame? {
    let most = 1...10_000
    guard !rows.isEmpty else {
      element.fail(.missingKey, "Device has no Data with Rows")
      return nil
    }
    let stated = (
      columns: element.integer("Columns", in: most), rows: element.integer("Rows", in: most)
    )
    for name in ["Columns", "Rows"] where element.attribute(name) != nil {
      guard (name == "Rows" ? stated.rows : stated.columns) != nil else { return nil }
    }
    if let count = stated.rows, count != rows.count {
      element.fail(.malformedRow, "the map has \(rows.count) rows, but Rows says \(count)")
      return nil
    }
    // Older files state no columns: their first row does.
    let first = rows[0].element.text
    let packed = first.filter { !$0.isWhitespace }.utf8.count / type.width
    let words = first.split(whereSeparator: \.isWhitespace).count
    let columns = stated.columns ?? (words > 1 ? words : packed)
    guard columns > 0, columns * rows.count <= MapRows.mostDevices else {
      element.fail(
        .outOfRange,
        "the map has \(columns) x \(rows.count) places, expected 1 to \(MapRows.mostDevices)"
      )
      return nil
    }
    guard let orientation = element.orientation() else { return nil }
    let corner = element.attribute("OriginLocation") ?? "UpperLeft"
    guard let origin = MapOrigin(spelling: corner) else {
      element.fail(
        .unknownChoice,
        "OriginLocation is '\(ExchangeName.shown(corner))', expected 0 to 4 or a corner"
      )
      return nil
    }
    // G85 has no axes of its own: they run from the origin into the map.
    return MapFrame(
      orientation: orientation,
      origin: origin,
      axes: origin.inwardAxes,
      columns: columns,
      rows: rows.count
    )
  }

  private func readReferences(_ map: inout BinMap, _ frame: MapFrame) {
    let references = element.children("ReferenceDevice")
    let texts = references.flatMap {
      [$0.attribute("ReferenceDeviceX"), $0.attribute("ReferenceDeviceY")]
    }
    let isFromZero = texts.compactMap { $0.flatMap(Int.init) }.contains(0)
    let first = options.firstCoordinate ?? (isFromZero ? 0 : 1)
    for reference in references {
      guard let x = reference.integer("ReferenceDeviceX"),
        let y = reference.integer("ReferenceDeviceY")
      else {
        reference.remark(.unsupportedContent, "ReferenceDevice without coordinates isn't read")
        continue
      }
      let place = frame.place(x: x, y: y, first: first)
      if map.grid.contains(place) {
        map.references.append(place)
      } else {
        reference.fail(.outOfRange, "the reference device (\(x), \(y)) lies outside the map")
      }
    }
  }

  private func vector(_ name: String, unit: Double) -> MapVector? {
    guard let x = element.millimetres(name + "X", unit: unit),
      let y = element.millimetres(name + "Y", unit: unit)
    else { return nil }
    return MapVector(x: x, y: y).onGrid
  }
}
