import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe

/// A layout read from a file of any format.
struct LayoutFile: Sendable {
  /// The format, recognised by content.
  enum Format: String, Sendable {
    case svg = "SVG"
    case dxf = "DXF"
    case gds = "GDSII"
  }

  /// The file as the user named it.
  let path: String
  /// The format.
  let format: Format
  /// The number of bytes.
  let byteCount: Int
  /// The layout.
  let layout: Layout
  /// What the reader left out or changed.
  let warnings: [Diagnostic]
  /// All shapes in wafer coordinates.
  let shapes: [Layer: [Polygon]]

  /// Reads a file; GDSII layer numbers are named after the recipe's levels.
  init(path: String, flow: ProcessFlow) throws(DiagnosticError) {
    let levels = flow.levels.map {
      LayoutLevel(name: $0.name, gdsLayer: $0.index, color: $0.color)
    }
    let bytes = try InputFile.bytes(at: path, limit: InputFile.layoutLimit)
    let format = try Self.format(of: bytes, path: path)
    let read: ReadLayout
    switch format {
    case .gds: read = try GDSIIReader(levels: levels).layout(from: bytes, file: path)
    case .dxf: read = try DXFReader(levels: levels).layout(from: bytes, file: path)
    case .svg: read = try SVGReader.read(file: path, bytes: bytes)
    }
    self.path = path
    self.format = format
    byteCount = bytes.count
    layout = read.layout
    warnings = read.warnings
    shapes = try read.layout.flattened(file: path)
    try Self.checkRange(of: shapes, path: path)
  }

  /// The merged shapes of each layer.
  func regions() -> [Layer: Region] {
    let layers = shapes.keys.sorted()
    let regions = ParallelMap.map(layers) { Region(shapes[$0] ?? []) }
    return Dictionary(uniqueKeysWithValues: zip(layers, regions))
  }

  private static func format(of bytes: [UInt8], path: String) throws(DiagnosticError) -> Format {
    // A GDSII file begins with the HEADER record: six bytes long, type 0, data type 2.
    if bytes.starts(with: [0x00, 0x06, 0x00, 0x02]) { return .gds }
    let extensionName = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch extensionName {
    case "gds", "gds2", "gdsii", "sf": return .gds
    case "dxf": return .dxf
    case "svg": return .svg
    default: break
    }
    let start = bytes.prefix(512).drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if start.first == UInt8(ascii: "<") || start.starts(with: [0xEF, 0xBB, 0xBF]) { return .svg }
    if start.starts(with: Array("0".utf8)) || start.starts(with: Array("999".utf8)) { return .dxf }
    throw DiagnosticError(
      Diagnostic(
        .unknownFormat,
        at: .file(path),
        "this is neither GDSII nor DXF nor SVG",
        fixes: ["name a .gds, .dxf or .svg file"]
      )
    )
  }

  private static func checkRange(
    of shapes: [Layer: [Polygon]],
    path: String
  ) throws(DiagnosticError) {
    for (layer, polygons) in shapes {
      guard let far = polygons.first(where: { !Region.accepts($0) }) else { continue }
      throw DiagnosticError(
        Diagnostic(
          .coordinateOverflow,
          at: .file(path),
          "on level \(layer.level) a shape at \(far.boundingBox.millimetres) lies beyond ±1.07 m, "
            + "where areas can't be compared",
          fixes: ["check the unit of the file"]
        )
      )
    }
  }
}
