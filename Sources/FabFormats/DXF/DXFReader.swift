public import FabDiagnostics
import FabGeometry
public import FabLayout
import FabRecipe

/// Reads DXF files as text, R12 to R2018, of ours and of other tools.
///
/// Closed contours of a layer are nested by the even-odd rule into polygons with holes; lines and arcs
/// whose ends meet are joined first. Blocks are expanded. Everything else is counted in warnings.
///
/// > Source: Autodesk, *DXF Reference*, 2018.
public struct DXFReader: Sendable {
  /// The levels to use for layers of their names; others get the next free numbers.
  public let levels: [LayoutLevel]
  /// The greatest distance of two ends that are joined, in nanometres.
  public let tolerance: Int

  /// Creates a reader; a tolerance of 1 µm is less than any cutter resolves [ours].
  ///
  /// - Precondition: `tolerance` is at least 1.
  public init(levels: [LayoutLevel] = [], tolerance: Int = 1000) {
    precondition(tolerance >= 1, "the tolerance is at least 1 nm, not \(tolerance)")
    self.levels = levels
    self.tolerance = tolerance
  }

  /// Returns the layout in a file: one cell with the polygons of each layer.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  /// - Returns: The layout, with warnings for what isn't part of it.
  /// - Throws: A ``DiagnosticError`` with the code `unknown-format` for binary DXF, `corrupt-file`,
  ///   `truncated-file`, `unknown-reference`, `reference-cycle`, `coordinate-overflow`, or `out-of-range`
  ///   where expanding the blocks gives too much.
  public func layout(from bytes: [UInt8], file: String) throws(DiagnosticError) -> ReadLayout {
    let source = DXFSource(bytes: bytes, file: file)
    var drawing = try DXFDrawing(source: source)
    let curves = try drawing.expandedCurves()
    var contours = DXFContourBuilder(
      nanometresPerUnit: drawing.nanometresPerUnit,
      tolerance: tolerance,
      source: source
    )
    var shapes: [Layer: [Polygon]] = [:]
    for (name, layerCurves) in curves.sorted(by: { $0.key < $1.key }) {
      let outlines = try contours.outlines(of: layerCurves)
      guard !outlines.isEmpty else { continue }
      shapes[DXFLayerName.layer(of: name), default: []] += ContourNesting.polygons(of: outlines)
    }
    var used: [LayoutLevel] = []
    for level in Set(shapes.keys.map(\.level)).sorted() {
      used.append(levels.first { $0.name == level } ?? Self.newLevel(level, besides: levels + used))
    }
    used.sort { ($0.gdsLayer, $0.name) < ($1.gdsLayer, $1.name) }
    let cell = Cell(name: CellName("DXF"), shapes: shapes)
    return ReadLayout(
      layout: Layout(name: file, levels: used, cells: [cell]),
      warnings: drawing.warnings + drawing.leftOut.warnings(source: source)
        + contours.leftOut.warnings(source: source)
    )
  }

  private static func newLevel(_ name: LevelName, besides known: [LayoutLevel]) -> LayoutLevel {
    let taken = Set(known.map(\.gdsLayer))
    var number = 0
    while taken.contains(number) { number += 1 }
    return LayoutLevel(name: name, gdsLayer: number, color: LevelPalette.color(ofLayer: number))
  }
}
