import FabDiagnostics

extension E142Reader {
  /// Reads the overlays of one substrate map.
  func maps(_ element: MapElement) -> [BinMap] {
    element.remarkOthers(
      attributes: [
        "SubstrateType", "SubstrateId", "LayoutSpecifier", "SubstrateSide", "Orientation",
        "OriginLocation", "AxisDirection",
      ],
      children: ["Overlay"]
    )
    guard let id = element.required("SubstrateId"),
      ExchangeName.check(id, what: "SubstrateId", at: element.place, collector),
      let path = layoutPath(element), let last = path.last,
      let (orientation, origin, axes) = frame(element)
    else { return [] }
    var identity = substrates[id] ?? SubstrateIdentity(id: id)
    if substrates[id] == nil, let kind = element.attribute("SubstrateType") {
      identity.kind = kind
    }
    if let side = element.attribute("SubstrateSide"),
      !["topside", "top", "0"].contains(side.lowercased())
    {
      element.warn(
        .unsupportedContent,
        "SubstrateSide is '\(ExchangeName.shown(side))'; the map is read as it is, seen from that side"
      )
    }
    identity.product = identity.product ?? last.product ?? path[0].product
    let overlays = element.children("Overlay")
    if overlays.isEmpty { element.fail(.missingKey, "SubstrateMap has no Overlay") }
    let size = (
      columns: path.reduce(1) { $0 * $1.columns }, rows: path.reduce(1) { $0 * $1.rows }
    )
    guard size.columns * size.rows <= MapRows.mostDevices else {
      element.fail(
        .outOfRange,
        "the map has \(size.columns) x \(size.rows) places; at most \(MapRows.mostDevices) are read"
      )
      return []
    }
    let frame = MapFrame(
      orientation: orientation,
      origin: origin,
      axes: axes,
      columns: size.columns,
      rows: size.rows
    )
    return overlays.compactMap { overlay in
      overlay.remarkOthers(
        attributes: ["MapName", "MapVersion"],
        children: ["ReferenceDevices", "BinCodeMap"]
      )
      if let version = overlay.attribute("MapVersion"), !version.isEmpty, Int(version) == nil {
        overlay.remark(
          .unsupportedContent,
          "MapVersion '\(ExchangeName.shown(version))' is kept by no map: makers write dates of any form"
        )
      }
      let name = overlay.attribute("MapName") ?? "BinCodeMap"
      guard ExchangeName.check(name, what: "MapName", at: overlay.place, collector),
        let bins = overlay.child("BinCodeMap")
      else { return nil }
      return map(bins, overlay, name: name, identity, path, frame)
    }
  }

  /// The layouts from the substrate down to the devices.
  ///
  /// A specifier names them separated by `/`; without one, a file with a single layout of devices is clear.
  private func layoutPath(_ element: MapElement) -> [E142Layout]? {
    guard let specifier = element.attribute("LayoutSpecifier"), !specifier.isEmpty else {
      let leaves = layouts.values.filter { $0.children.isEmpty }
      if leaves.count == 1 { return leaves }
      element.fail(
        .missingKey,
        "SubstrateMap has no LayoutSpecifier, and \(leaves.count) layouts could be meant"
      )
      return nil
    }
    var path: [E142Layout] = []
    for id in specifier.split(separator: "/").map(\.trimmed) {
      guard let layout = layouts[id] else {
        element.fail(
          .unknownReference,
          "LayoutSpecifier names layout '\(ExchangeName.shown(id))', which the file hasn't"
            + NearMiss.question(for: id, among: layouts.keys)
        )
        return nil
      }
      path.append(layout)
    }
    if path.isEmpty { element.fail(.missingKey, "LayoutSpecifier names no layout") }
    return path.isEmpty ? nil : path
  }

  private func frame(_ element: MapElement) -> (Int, MapOrigin, MapAxes)? {
    guard let value = element.orientation() else { return nil }
    let corner = element.attribute("OriginLocation") ?? "LowerLeft"
    guard let origin = MapOrigin(spelling: corner) else {
      element.fail(
        .unknownChoice,
        "OriginLocation is '\(ExchangeName.shown(corner))', expected "
          + MapOrigin.allCases.map(\.rawValue).joined(separator: ", ")
      )
      return nil
    }
    let direction = element.attribute("AxisDirection") ?? "UpRight"
    if let axes = MapAxes(spelling: direction) { return (value, origin, axes) }
    guard Int(direction) != nil else {
      element.fail(
        .unknownChoice,
        "AxisDirection is '\(ExchangeName.shown(direction))', expected "
          + MapAxes.allCases.map(\.rawValue).joined(separator: ", ")
      )
      return nil
    }
    element.warn(
      .unknownChoice,
      "AxisDirection is the number \(ExchangeName.shown(direction)), which makers use differently; "
        + "taken as \(origin.inwardAxes.rawValue), from the origin into the map"
    )
    return (value, origin, origin.inwardAxes)
  }

  private func map(
    _ bins: MapElement,
    _ overlay: MapElement,
    name: String,
    _ identity: SubstrateIdentity,
    _ path: [E142Layout],
    _ frame: MapFrame
  ) -> BinMap? {
    bins.remarkOthers(
      attributes: ["BinType", "NullBin", "MapType"],
      children: ["BinDefinitions", "BinCode"]
    )
    guard let type = bins.codeType(named: "ASCII, Decimal, HexaDecimal or Integer2") else {
      return nil
    }
    let (isSound, nullCode) = bins.nullCode(of: type)
    guard isSound else { return nil }
    var table = MapBinTable(type: type, nullCode: nullCode)
    MapElement.addDefinitions(
      bins.children("BinDefinitions").flatMap { $0.children("BinDefinition") },
      to: &table
    )
    let content = E142MapContent(
      elements: bins.children("BinCode"),
      references: overlay.children("ReferenceDevices").flatMap { $0.children("ReferenceDevice") },
      isCoordinates: bins.attribute("MapType")?.lowercased() == "coordinate"
        || bins.child("BinCode")?.attribute("X") != nil,
      options: options
    )
    guard let (seen, grid) = content.grid(frame, path: path, at: bins) else { return nil }
    var map = BinMap(
      name: name,
      layout: path.last?.element.attribute("LayoutId") ?? "Device",
      substrate: identity,
      grid: grid,
      codeType: type,
      nullCode: nullCode
    )
    guard content.fill(&map, frame: seen) else { return nil }
    table.finish(&map, at: bins)
    return map
  }
}
