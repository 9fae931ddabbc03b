public import FabDiagnostics
public import FabGeometry
public import FabLayout
public import FabRecipe

/// Writes one mask level as a DXF file for a cutter: closed contours in millimetres, true arcs and circles.
///
/// Holes go clockwise and before their outer contours, which go counterclockwise; the sheet comes last.
/// Each purpose is a layer: `AU`, `AU-REGISTRATION`, `AU-MARKING`, `AU-SHEET`. Drawings for orientation
/// are left out. A contour that is drawn twice is written once.
///
/// > Source: Autodesk, *DXF Reference*, 2000.
public struct DXFWriter: Sendable {
  /// The version to write.
  public let version: DXFVersion
  /// The purposes that aren't for the cutter.
  public let omittedPurposes: Set<Purpose>

  /// Creates a writer.
  public init(version: DXFVersion = .r2000, omittedPurposes: Set<Purpose> = [.reference]) {
    self.version = version
    self.omittedPurposes = omittedPurposes
  }

  /// Returns the file of one level of a layout.
  ///
  /// - Parameters:
  ///   - layout: The layout, which is expanded.
  ///   - level: The level to write.
  /// - Returns: The bytes, with a warning for contours that were left out.
  /// - Throws: A ``DiagnosticError`` with the code `unknown-level`, or those of
  ///   ``FabLayout/Layout/flattened(file:limit:)``.
  public func file(
    of layout: Layout,
    level: LevelName
  ) throws(DiagnosticError) -> WrittenFile {
    guard let known = layout.level(named: level) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownLevel,
          "layout '\(layout.name)' has no level '\(level)'"
            + NearMiss.question(for: level.text, among: layout.levels.map(\.name.text)),
          fixes: ["name one of its levels"]
        )
      )
    }
    return file(of: try layout.flattened(file: layout.name), level: known)
  }

  /// Returns the file of one level from shapes in wafer coordinates.
  ///
  /// - Parameters:
  ///   - shapes: The shapes of all levels; those of others are left aside.
  ///   - level: The level to write.
  /// - Returns: The bytes, with a warning for contours that were left out.
  public func file(of shapes: [Layer: [Polygon]], level: LayoutLevel) -> WrittenFile {
    var layers: [DXFLayerContent] = []
    var repeated = 0
    var withoutArea = 0
    for (layer, polygons) in shapes
    where layer.level == level.name && !omittedPurposes.contains(layer.purpose) {
      let content = DXFLayerContent(layer, polygons)
      repeated += content.repeatedCount
      withoutArea += content.countWithoutArea
      if !content.contours.isEmpty { layers.append(content) }
    }
    // The sheet is cut last, because nothing holds it afterwards.
    layers.sort { left, right in
      let isLast = (left.layer.purpose == .sheet, right.layer.purpose == .sheet)
      return isLast.0 == isLast.1 ? left.layer < right.layer : isLast.1
    }
    let text: String
    switch version {
    case .r12: text = DXFR12Document(layers: layers).text
    case .r2000: text = DXFR2000Document(layers: layers).text
    }
    let warnings = [
      (repeated, "drawn twice are written once"), (withoutArea, "without area are left out"),
    ]
    .filter { $0.0 > 0 }
    .map { count, what in
      Diagnostic(
        .exportMismatch,
        severity: .warning,
        "DXF of level '\(level.name)': \(count) contours \(what)",
        fixes: ["merge the shapes of the level"]
      )
    }
    return WrittenFile(bytes: Array(text.utf8), warnings: warnings)
  }
}
