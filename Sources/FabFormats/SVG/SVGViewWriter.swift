public import FabDiagnostics
public import FabGeometry
public import FabLayout
public import FabRecipe
import FabXML

/// Writes levels for people and drawing programs: layers with colours, repeated cells as symbols.
///
/// A cell is written once for each layer that it has shapes on, and used where it is placed. Coordinates
/// inside cells count upwards as in the layout; one group at the root turns the picture over.
public struct SVGViewWriter: Sendable {
  /// What the file says about itself.
  public let stamp: SVGStamp

  /// Creates a writer.
  public init(stamp: SVGStamp) {
    self.stamp = stamp
  }

  /// Returns a file with some levels on top of each other.
  ///
  /// - Parameters:
  ///   - layout: The layout.
  ///   - levels: The levels from bottom to top; `nil` for all.
  ///   - frame: The box of the page, the same for all masks of a set; see `Layout.svgFrame()`.
  /// - Returns: The bytes.
  /// - Throws: A ``DiagnosticError``: `unknown-level`, or `coordinate-overflow`.
  public func file(
    of layout: Layout,
    levels: [LevelName]? = nil,
    frame: Box
  ) throws(DiagnosticError) -> [UInt8] {
    var chosen: [LayoutLevel] = []
    for name in levels ?? layout.levels.map(\.name) {
      guard let level = layout.level(named: name) else {
        throw SVGLevelError.unknown(name, in: layout)
      }
      chosen.append(level)
    }
    var plan = SVGSymbolPlan(layout: layout)
    var layers: [(layer: Layer, level: LayoutLevel, tops: [SVGSymbol.Use])] = []
    do {
      for level in chosen {
        for layer in plan.layers(of: level.name) {
          layers.append((layer, level, try plan.tops(on: layer)))
        }
      }
    } catch {
      throw SVGLevelError.overflow(error)
    }
    return SVGDocumentFrame.document(
      frame: frame,
      stamp: stamp,
      profile: "view",
      isLayered: true
    ) { writer in
      writer.element("defs") {
        for symbol in plan.symbols { Self.write(symbol, to: writer) }
      }
      writer.element("g", ["id": "upwards", "transform": "scale(1 -1)"]) {
        for (layer, level, tops) in layers {
          writer.element("g", attributes: Self.attributes(of: layer, level, id: plan.id(of: layer)))
          {
            for use in tops { Self.write(use, to: writer) }
          }
        }
      }
    }
  }

  private static func attributes(
    of layer: Layer,
    _ level: LayoutLevel,
    id: String
  ) -> [(name: String, value: String)] {
    let common = [
      ("id", id), ("inkscape:groupmode", "layer"),
      ("inkscape:label", SVGLayerLabel.text(for: layer)),
      ("mask:layer", String(level.gdsLayer)), ("mask:color", level.color), ("fill-rule", "evenodd"),
    ]
    let look =
      switch layer.purpose {
      case .aperture, .datatype:
        [("fill", level.color), ("fill-opacity", "0.6"), ("stroke", "none")]
      case .registration, .marking:
        [("fill", "#000000"), ("fill-opacity", "0.6"), ("stroke", "none")]
      case .sheet:
        [("fill", "none"), ("stroke", "#000000"), ("stroke-width", "0.2")]
      case .reference:
        [("fill", "none"), ("stroke", "#888888"), ("stroke-width", "0.05")]
      }
    return (common + look).map { (name: $0.0, value: $0.1) }
  }

  private static func write(_ symbol: SVGSymbol, to writer: XMLWriter) {
    writer.element("g", ["id": symbol.id]) {
      for polygons in paths(of: symbol.polygons) {
        var path = SVGPathText(flipsY: false)
        for polygon in polygons { path.append(polygon) }
        writer.element("path", ["d": path.text])
      }
      for use in symbol.uses { write(use, to: writer) }
    }
  }

  /// Divides polygons into paths within which no two come near each other.
  ///
  /// One path for many shapes is what viewers draw fastest; but where shapes of one path overlap, the
  /// even-odd rule would leave a hole.
  private static func paths(of polygons: [Polygon]) -> [[Polygon]] {
    var common: [(polygon: Polygon, box: Box)] = []
    var alone: [Polygon] = []
    for polygon in polygons {
      let box = polygon.outer.boundingBox
      if common.contains(where: { $0.box.touches(box) }) {
        alone.append(polygon)
      } else {
        common.append((polygon, box))
      }
    }
    return (common.isEmpty ? [] : [common.map(\.polygon)]) + alone.map { [$0] }
  }

  private static func write(_ use: SVGSymbol.Use, to writer: XMLWriter) {
    var attributes = [(name: "href", value: "#" + use.id)]
    if let name = use.name { attributes.append((name: "inkscape:label", value: name)) }
    if let transform = transformText(use.transform) {
      attributes.append((name: "transform", value: transform))
    }
    writer.element("use", attributes: attributes) {}
  }

  /// Returns the transform list of a placement by quarter turns, or `nil` if it changes nothing.
  private static func transformText(_ transform: Transform) -> String? {
    var parts: [String] = []
    if transform.offset != .zero {
      let x = SVGNumber.millimetres(transform.offset.x)
      let y = SVGNumber.millimetres(transform.offset.y)
      parts.append("translate(\(x) \(y))")
    }
    if transform.rotation != 0 { parts.append("rotate(\(Int(transform.rotation)))") }
    if transform.isMirrored { parts.append("scale(1 -1)") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
