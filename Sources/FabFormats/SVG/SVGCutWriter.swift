public import FabDiagnostics
public import FabGeometry
public import FabLayout
public import FabRecipe
import FabXML

/// Writes one level for a laser cutter: flat closed contours, nothing that cutting software drops.
///
/// No transforms, symbols, texts or style sheets; hairlines; inner cut-outs first and the sheet last; the
/// contours are the nominal ones, so the cutter's own kerf compensation applies.
public struct SVGCutWriter: Sendable {
  /// What the file says about itself.
  public let stamp: SVGStamp

  /// Creates a writer.
  public init(stamp: SVGStamp) {
    self.stamp = stamp
  }

  /// The width of the lines: 0.01 mm, which cutting software takes for a hairline.
  static let hairline = "0.01"

  /// Returns the file of a level.
  ///
  /// - Parameters:
  ///   - level: The level; its openings and its sheet are written, everything else is left out.
  ///   - layout: The layout; shapes that touch are joined, see `Layout.merged()`.
  ///   - frame: The box of the page, the same for all masks of a set; see `Layout.svgFrame()`.
  /// - Returns: The bytes.
  /// - Throws: A ``DiagnosticError``: `unknown-level` if the layout has no such level, or
  ///   `coordinate-overflow`.
  public func file(
    level: LevelName,
    of layout: Layout,
    frame: Box
  ) throws(DiagnosticError) -> [UInt8] {
    guard let known = layout.level(named: level) else {
      throw SVGLevelError.unknown(level, in: layout)
    }
    let cells = layout.cells.map { cell in
      Cell(
        name: cell.name,
        shapes: cell.shapes.filter { layer, _ in
          layer.level == level && (layer.purpose.isOpening || layer.purpose == .sheet)
        },
        references: cell.references
      )
    }
    let merged: Layout
    do {
      merged = try Layout(name: layout.name, levels: layout.levels, cells: cells).merged()
    } catch {
      throw SVGLevelError.overflow(error)
    }
    let shapes = merged.cells.first?.shapes ?? [:]
    var identifiers = SVGIdentifiers()
    return SVGDocumentFrame.document(
      frame: frame,
      stamp: stamp,
      profile: "cut",
      isLayered: true
    ) { writer in
      // Openings before the sheet: once its outline is cut, the sheet may move.
      let layers = shapes.keys.sorted().filter { $0.purpose != .sheet } + [Layer(level, .sheet)]
      for layer in layers {
        guard let polygons = shapes[layer], !polygons.isEmpty else { continue }
        let label = SVGLayerLabel.text(for: layer)
        let id = identifiers.id("layer", label)
        writer.element(
          "g",
          [
            "id": id, "inkscape:groupmode": "layer", "inkscape:label": label,
            "mask:layer": String(known.gdsLayer), "mask:color": known.color, "fill": "none",
            "stroke": "#ff0000", "stroke-width": Self.hairline,
          ]
        ) {
          for polygon in polygons {
            var path = SVGPathText(flipsY: true)
            path.append(polygon)
            writer.element("path", ["fill-rule": "evenodd", "d": path.text])
          }
        }
      }
    }
  }
}
