public import FabDiagnostics
import FabXML

/// SEMI E142 substrate maps as XML.
///
/// The texts of the standard are sold, so what stands here follows public descriptions and published files.
///
/// > Source: Element and attribute names: the public sample of the PSI wafer map serializer and the map pages
/// > of Critical Manufacturing's documentation. SEMI's texts weren't used.
public enum E142 {
  /// The namespace that is written: that of the published sample.
  static let namespace = "urn:semi-org:xsd.E142-1.V1005.SubstrateMap"

  /// Reads the bin maps of a file.
  ///
  /// What makers do differently is read where one meaning is left: see ``MapReadingOptions`` for what the
  /// user decides. A file with an error gives no map at all.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it.
  ///   - bytes: Its content.
  ///   - options: What the user decided.
  /// - Returns: All bin maps, each turned to orientation 0 with its origin at the lower left.
  /// - Throws: A ``DiagnosticError`` with file, line and column of every defect.
  public static func read(
    file: String,
    bytes: [UInt8],
    options: MapReadingOptions = MapReadingOptions()
  ) throws(DiagnosticError) -> BinMapFile {
    let document = try XMLDocument.parse(file: file, bytes: bytes, sizeLimit: options.sizeLimit)
    let collector = DiagnosticCollector()
    var reader = E142Reader(document: document, options: options, collector: collector)
    let maps = reader.maps()
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
    return BinMapFile(maps: maps, diagnostics: collector.diagnostics)
  }
}
