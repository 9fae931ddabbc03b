public import FabDiagnostics
import FabGeometry
public import FabLayout
import FabRecipe

/// Writes a layout as a GDSII stream file (release 6.0) with its hierarchy of cells.
///
/// The database unit is 1 nm and the user unit 1 µm. The layer is ``LayoutLevel/gdsLayer`` and the
/// datatype ``Purpose/gdsDatatype``. Arcs become chords, polygons with holes become parts without. All
/// time stamps are zero, so that equal layouts give equal bytes.
///
/// > Source: GDSII Stream Format Manual, release 6.0, Calma 1987.
public struct GDSIIWriter: Sendable {
  /// The number of the property that carries the name of an instance [ours].
  public static let instanceNameAttribute = 1

  /// The greatest number of corners of a boundary; 199 is the limit of the manual.
  public let maximumVertices: Int
  /// The greatest distance between an arc and its chords, in nanometres.
  public let chordError: Int

  /// Creates a writer.
  ///
  /// - Precondition: `maximumVertices` is from 4 to 8190, which a record of 65535 bytes holds.
  public init(maximumVertices: Int = 4000, chordError: Int = 500) {
    precondition(
      (4...8190).contains(maximumVertices),
      "a boundary has 4 to 8190 corners, not \(maximumVertices)"
    )
    self.maximumVertices = maximumVertices
    self.chordError = chordError
  }

  /// Returns the file of a layout.
  ///
  /// - Parameter layout: The layout; its name becomes the name of the library.
  /// - Returns: The bytes, and a warning for each name that had to change.
  /// - Throws: A ``DiagnosticError`` with the code `unknown-level` where a shape is on a level that the
  ///   layout doesn't list, `out-of-range` for layer numbers, array sizes, magnifications and texts
  ///   that GDSII can't hold, `coordinate-overflow` for the far end of an array, or `export-mismatch`
  ///   where outlines that cross can't be divided.
  public func file(of layout: Layout) throws(DiagnosticError) -> WrittenFile {
    let structures = GDSIIStructureNames(cells: layout.cells)
    var out = GDSIIBytes()
    let noTime = [UInt16](repeating: 0, count: 12)
    out.append(.header, words: [600])
    out.append(.beginLibrary, words: noTime)
    out.append(.libraryName, text: String(GDSIIStructureNames.mapped(layout.name).prefix(44)))
    out.append(.units, reals: [1e-3, 1e-9].compactMap { GDSIIReal.bits(of: $0) })
    for cell in layout.cells {
      out.append(.beginStructure, words: noTime)
      out.append(.structureName, text: structures.names[cell.name] ?? cell.name.text)
      try appendShapes(of: cell, in: layout, to: &out)
      for label in cell.labels { try append(label, of: cell, in: layout, to: &out) }
      for reference in cell.references {
        let name = structures.names[reference.cell] ?? reference.cell.text
        try append(reference, to: name, in: cell, to: &out)
      }
      out.append(.endStructure)
    }
    out.append(.endLibrary)
    return WrittenFile(bytes: out.bytes, warnings: structures.warnings)
  }

  private func appendShapes(
    of cell: Cell,
    in layout: Layout,
    to out: inout GDSIIBytes
  ) throws(DiagnosticError) {
    var numbered: [(number: GDSIILayerNumber, polygons: [Polygon])] = []
    for (layer, polygons) in cell.shapes {
      numbered.append((try GDSIILayerNumber(of: layer, in: layout), polygons))
    }
    numbered.sort { $0.number < $1.number }
    for (number, polygons) in numbered {
      var rings: [[Point]] = []
      for polygon in polygons {
        rings += try self.rings(of: polygon, in: cell)
      }
      rings.sort { $0.lexicographicallyPrecedes($1) }
      for ring in rings {
        out.append(.boundary)
        out.append(.layer, words: [number.layer])
        out.append(.datatype, words: [number.datatype])
        out.append(.coordinates, integers: (ring + [ring[0]]).flatMap { [$0.x, $0.y] })
        out.append(.endElement)
      }
    }
  }

  /// Returns the rings to write for a polygon; none where it has no area.
  private func rings(of polygon: Polygon, in cell: Cell) throws(DiagnosticError) -> [[Point]] {
    let flat = polygon.flattened(chordError: chordError)
    guard PointRing.counterclockwise(flat.outer.points) != nil else { return [] }
    let holes = flat.holes.filter { PointRing.counterclockwise($0.points) != nil }
    let parts = SimpleParts.parts(
      of: Polygon(flat.outer, holes: holes),
      maximumVertices: maximumVertices
    )
    if let parts { return parts.compactMap { PointRing.counterclockwise($0) } }
    let start = flat.outer.points[0]
    throw DiagnosticError(
      Diagnostic(
        .exportMismatch,
        "a polygon of cell '\(cell.name)' at (\(start.x), \(start.y)) nm can't be divided into parts "
          + "of at most \(maximumVertices) corners without holes, because its outlines cross or touch",
        fixes: ["merge the shapes of the layer first, or keep the outlines apart"]
      )
    )
  }
}
