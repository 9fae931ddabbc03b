import FabDiagnostics
import FabXML

/// Reads an E142 document: layouts and substrates first, then the maps that refer to them.
struct E142Reader {
  let document: FabXML.XMLDocument
  let options: MapReadingOptions
  let collector: DiagnosticCollector
  var layouts: [String: E142Layout] = [:]
  var substrates: [String: SubstrateIdentity] = [:]

  init(
    document: FabXML.XMLDocument,
    options: MapReadingOptions,
    collector: DiagnosticCollector
  ) {
    self.document = document
    self.options = options
    self.collector = collector
  }

  /// Returns all bin maps; messages are in the collector.
  mutating func maps() -> [BinMap] {
    let root = MapElement(element: document.root, document: document, collector: collector)
    guard root.name == "MapData" else {
      root.fail(
        .unknownFormat,
        "the outermost element is \(ExchangeName.shown(root.name)), expected MapData of SEMI E142"
      )
      return []
    }
    checkNamespace(root)
    root.remarkOthers(
      attributes: ["schemaLocation"],
      children: ["Layouts", "Substrates", "SubstrateMaps"]
    )
    for layout in root.children("Layouts").flatMap({ $0.children("Layout") }) { read(layout) }
    for one in root.children("Substrates").flatMap({ $0.children("Substrate") }) {
      readSubstrate(one)
    }
    let elements = root.children("SubstrateMaps").flatMap { $0.children("SubstrateMap") }
    if elements.isEmpty { root.fail(.noMeasurement, "the file has no SubstrateMap") }
    return elements.flatMap(maps)
  }

  private func checkNamespace(_ root: MapElement) {
    let namespace = root.element.namespace
    let family = "urn:semi-org:xsd.E142-1."
    let known = ["V0105", "V0211", "V0805", "V1005"]
    if namespace.isEmpty {
      root.remark(.unknownFormat, "the file names no version of E142; it's read as V1005")
    } else if !namespace.lowercased().hasPrefix(family.lowercased()) {
      root.warn(
        .unknownFormat,
        "the namespace is '\(ExchangeName.shown(namespace))', expected one of E142"
      )
    } else if !known.contains(where: namespace.contains) {
      root.remark(
        .unknownFormat,
        "the version '\(ExchangeName.shown(namespace.dropFirst(family.count)))' isn't one that was tried"
      )
    }
  }

  private mutating func read(_ element: MapElement) {
    element.remarkOthers(
      attributes: ["LayoutId", "TopLevel", "DefaultUnits"],
      children: [
        "Dimension", "LowerLeft", "DeviceSize", "StepSize", "ChildLayouts", "ProductId",
      ]
    )
    guard let id = element.required("LayoutId"),
      ExchangeName.check(id, what: "LayoutId", at: element.place, collector)
    else { return }
    if let before = layouts[id] {
      collector.add(
        Diagnostic(
          .duplicateName,
          at: element.place,
          "two layouts are named '\(id)'",
          notes: [Diagnostic.Note(at: before.element.place, "the other is here")]
        )
      )
      return
    }
    let units = element.attribute("DefaultUnits") ?? "mm"
    guard let dimension = element.child("Dimension") else {
      element.fail(.missingKey, "layout '\(id)' has no Dimension")
      return
    }
    let most = 1...10_000
    guard let columns = dimension.integer("X", in: most),
      let rows = dimension.integer("Y", in: most)
    else {
      if dimension.attribute("X") == nil || dimension.attribute("Y") == nil {
        dimension.fail(.missingKey, "Dimension lacks X or Y")
      }
      return
    }
    layouts[id] = E142Layout(
      element: element,
      columns: columns,
      rows: rows,
      lowerLeft: element.child("LowerLeft")?.vector(defaultUnit: units),
      deviceSize: element.child("DeviceSize")?.vector(defaultUnit: units),
      step: element.child("StepSize")?.vector(defaultUnit: units),
      product: element.child("ProductId")?.text,
      children: element.child("ChildLayouts")?.children("ChildLayout")
        .compactMap { $0.attribute("LayoutId") } ?? [],
      isTop: element.attribute("TopLevel")?.lowercased() == "true"
    )
  }

  private mutating func readSubstrate(_ element: MapElement) {
    element.remarkOthers(
      attributes: ["SubstrateType", "SubstrateId"],
      children: [
        "LotId", "SlotNumber", "GoodDevices", "SupplierName", "ProductId", "AliasIds",
        "CarrierType", "CarrierId", "Status", "SubstrateNumber", "SupplierDevices",
      ]
    )
    guard let id = element.required("SubstrateId"),
      ExchangeName.check(id, what: "SubstrateId", at: element.place, collector)
    else { return }
    var identity = SubstrateIdentity(id: id, kind: element.attribute("SubstrateType") ?? "Wafer")
    if let lot = element.child("LotId"), !lot.text.isEmpty,
      ExchangeName.check(lot.text, what: "LotId", at: lot.place, collector)
    {
      identity.lot = lot.text
    }
    if let slot = element.child("SlotNumber"), !slot.text.isEmpty {
      identity.slot = Int(slot.text)
      if identity.slot == nil {
        slot.warn(
          .notANumber,
          "SlotNumber is '\(ExchangeName.shown(slot.text))', expected a number"
        )
      }
    }
    identity.product = element.child("ProductId")?.text
    identity.supplier = element.child("SupplierName")?.text
    if substrates[id] != nil {
      element.warn(.duplicateName, "substrate '\(id)' is described again; the first counts")
      return
    }
    substrates[id] = identity
  }
}
