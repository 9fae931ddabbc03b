public import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

/// Lists what a layout file contains.
public struct MaskContent: Encodable, Sendable {
  /// One layer of the file.
  public struct LayerContent: Encodable, Sendable {
    /// The level.
    public var level: String
    /// The GDSII datatype.
    public var datatype: Int
    /// The number of shapes as drawn, the hierarchy expanded.
    public var shapes: Int
    /// The number of shapes after merging.
    public var mergedShapes: Int
    /// The covered area.
    public var areaMm2: Double
    /// The box around all shapes: left, lower, right and upper edge.
    public var boxMm: [Double]
  }

  /// One cell of the file.
  public struct CellContent: Encodable, Sendable {
    /// The name.
    public var name: String
    /// Whether nothing refers to it.
    public var isTop: Bool
    /// The number of its own shapes.
    public var shapes: Int
    /// The number of its texts.
    public var labels: Int
    /// The number of references, arrays counted once.
    public var references: Int
  }

  /// The file.
  public let file: String
  /// The format.
  public let format: String
  /// The number of bytes.
  public let bytes: Int
  /// The cells, bottom up.
  public let cells: [CellContent]
  /// The layers.
  public let layers: [LayerContent]
  /// Messages of the reader.
  public let messages: [Diagnostic]

  private enum CodingKeys: String, CodingKey {
    case file
    case format
    case bytes
    case cells
    case layers
  }

  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError`` if it can't be read.
  public init(of path: String, recipe: String) throws(DiagnosticError) {
    let file = try LayoutFile(path: path, flow: LoadedRecipe(path: recipe).flow)
    self.file = path
    format = file.format.rawValue
    bytes = file.byteCount
    messages = file.warnings
    let tops = Set(file.layout.topCells)
    cells = file.layout.cells.map { cell in
      CellContent(
        name: cell.name.text,
        isTop: tops.contains(cell.name),
        shapes: cell.shapes.values.reduce(0) { $0 + $1.count },
        labels: cell.labels.count,
        references: cell.references.count
      )
    }
    let regions = file.regions()
    layers = file.shapes.keys.sorted()
      .compactMap { layer in
        guard let region = regions[layer] else { return nil }
        let box = region.boundingBox?.millimetres
        return LayerContent(
          level: layer.level.text,
          datatype: layer.purpose.gdsDatatype,
          shapes: file.shapes[layer]?.count ?? 0,
          mergedShapes: region.polygons.count,
          areaMm2: region.areaMm2,
          boxMm: box.map { [$0.x0, $0.y0, $0.x1, $0.y1] } ?? []
        )
      }
  }

  /// The content as tables.
  public var text: String {
    var layerTable = TextTable([
      ("level", .left), ("type", .right), ("shapes", .right), ("merged", .right),
      ("area/mm2", .right), ("box/mm", .left),
    ])
    layerTable.rows = layers.map { layer in
      [
        layer.level, "\(layer.datatype)", "\(layer.shapes)", "\(layer.mergedShapes)",
        LayoutText.decimals(layer.areaMm2, 6),
        layer.boxMm.count == 4
          ? "(\(layer.boxMm[0]), \(layer.boxMm[1]))-(\(layer.boxMm[2]), \(layer.boxMm[3]))" : "",
      ]
    }
    var cellTable = TextTable([
      ("cell", .left), ("shapes", .right), ("texts", .right), ("references", .right), ("", .left),
    ])
    cellTable.rows = cells.map { cell in
      [
        cell.name, "\(cell.shapes)", "\(cell.labels)", "\(cell.references)",
        cell.isTop ? "top" : "",
      ]
    }
    return "\(file): \(format), \(bytes) bytes, \(cells.count) cells\n\n" + layerTable.text + "\n"
      + cellTable.text
  }
}
