public import FabDiagnostics
import FabXML

/// SEMI G85 wafer maps as XML, and the older maps that look like them (G81).
///
/// > Source: Element and attribute names as public pages of map converters show them (Artwork's G85 and G81
/// > pages) and as readers of such files take them. SEMI's texts weren't used.
public enum G85 {
  /// Reads the maps of a file: the outermost element is `Maps`, or a single `Map`.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it.
  ///   - bytes: Its content.
  ///   - options: What the user decided; coordinates occur in reference devices only.
  /// - Returns: All maps, each turned to orientation 0 with its origin at the lower left.
  /// - Throws: A ``DiagnosticError`` with file, line and column of every defect.
  public static func read(
    file: String,
    bytes: [UInt8],
    options: MapReadingOptions = MapReadingOptions()
  ) throws(DiagnosticError) -> BinMapFile {
    let document = try XMLDocument.parse(file: file, bytes: bytes, sizeLimit: options.sizeLimit)
    let collector = DiagnosticCollector()
    let root = MapElement(element: document.root, document: document, collector: collector)
    var maps: [BinMap] = []
    switch root.name {
    case "Map": maps = self.maps(root, options)
    case "Maps":
      root.remarkOthers(attributes: ["schemaLocation"], children: ["Map"])
      let elements = root.children("Map")
      if elements.isEmpty { root.fail(.noMeasurement, "the file has no Map") }
      maps = elements.flatMap { self.maps($0, options) }
    default:
      root.fail(
        .unknownFormat,
        "the outermost element is \(ExchangeName.shown(root.name)), expected Maps or Map of SEMI G85"
      )
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
    return BinMapFile(maps: maps, diagnostics: collector.diagnostics)
  }

  private static func maps(_ element: MapElement, _ options: MapReadingOptions) -> [BinMap] {
    element.remarkOthers(
      attributes: ["WaferId", "SubstrateId", "SubstrateType", "FormatRevision"],
      children: ["Device"]
    )
    let name = element.attribute("WaferId") == nil ? "SubstrateId" : "WaferId"
    guard let id = element.attribute(name) ?? element.required("WaferId"),
      ExchangeName.check(id, what: name, at: element.place, element.collector)
    else { return [] }
    let devices = element.children("Device")
    if devices.isEmpty { element.fail(.missingKey, "Map has no Device") }
    return devices.compactMap { device in
      G85Device(
        element: device,
        substrate: SubstrateIdentity(id: id, kind: element.attribute("SubstrateType") ?? "Wafer"),
        options: options
      )
      .map()
    }
  }
}
