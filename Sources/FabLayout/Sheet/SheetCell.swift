public import FabDiagnostics
public import FabGeometry
public import FabRecipe

/// The sheets of a mask set: outline, pin holes and engraved text of every level.
public enum SheetCell {
  /// Returns the outline of the sheet, centred on the wafer.
  public static func outline(_ sheet: SheetParameters) -> Polygon {
    let half = sheet.size / 2
    return Polygon(
      Outline(Box(-half, -half, half, half), cornerRadius: Int32(sheet.cornerRadius))
    )
  }

  /// Returns the cell with outlines and holes on every level.
  public static func cell(
    named name: CellName,
    sheet: SheetParameters,
    flow: ProcessFlow
  ) -> Cell {
    let radius = Int32(sheet.pinHole / 2)
    let holes = [
      Polygon(Outline(center: Point(-sheet.pinDistance, 0), radius: radius)),
      Polygon(
        Outline(
          slotAt: Point(sheet.pinDistance, 0),
          length: Int32(sheet.slotTravel),
          radius: radius
        )
      ),
      Polygon(
        Outline(
          center: Point(-sheet.pinDistance, sheet.keyHeight),
          radius: Int32(sheet.keyHole / 2)
        )
      ),
    ]
    var shapes: [Layer: [Polygon]] = [:]
    for level in flow.levels {
      shapes[Layer(level.name, .sheet)] = [outline(sheet)]
      shapes[Layer(level.name, .registration)] = holes
    }
    return Cell(name: name, shapes: shapes)
  }

  /// Returns the cell with the text of one level.
  ///
  /// - Parameters:
  ///   - name: The name of the cell.
  ///   - level: The level that the text names.
  ///   - title: The name of the mask set.
  ///   - sheet: The sheet.
  ///   - wafer: The wafer, outside which the text stays.
  ///   - stamps: The hashes of what the mask was made from.
  /// - Returns: The cell.
  /// - Throws: A ``DiagnosticError`` if a line is too long for the sheet.
  public static func text(
    named name: CellName,
    level: MaskLevel,
    title: String,
    sheet: SheetParameters,
    wafer: Wafer,
    stamps: SheetStamps
  ) throws(DiagnosticError) -> Cell {
    let lines = [
      (text: "\(title) \(level.index) \(level.name)", isTop: true, isOuter: true),
      (text: "SOURCE SIDE", isTop: true, isOuter: false),
      (text: "RECIPE \(stamps.recipeHash.prefix(12))", isTop: false, isOuter: false),
      (text: "PLAN \(stamps.floorPlanHash.prefix(12))", isTop: false, isOuter: true),
    ]
    let available = sheet.size - 2 * sheet.cornerRadius
    var polygons: [Polygon] = []
    for line in lines {
      let needed = StencilFont.width(of: line.text, pitch: 1)
      let pitch = Swift.min(sheet.textPitch, available / Swift.max(1, needed) / 1000 * 1000)
      guard pitch >= minimumTextPitch else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .mask(level: level.name.text, box: outlineBox(sheet)),
            "the line '\(line.text)' doesn't fit the mask sheet of "
              + "\(Double(sheet.size) / 1e6) mm: its dots would be closer than "
              + "\(Double(minimumTextPitch) / 1e6) mm",
            fixes: ["choose a shorter name, or a larger 'sheet' size"]
          )
        )
      }
      let height = StencilFont.height * pitch
      // Two lines share the strip between wafer and sheet edge; a third of the rest lies between.
      let strip = sheet.size / 2 - wafer.radius
      guard strip >= 2 * height else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .mask(level: level.name.text, box: outlineBox(sheet)),
            "between the wafer and the edge of the mask sheet there are "
              + "\(millimetreText(Swift.max(0, strip))); two lines of text need "
              + millimetreText(2 * height),
            fixes: ["choose a larger 'sheet' size, or a smaller 'textPitch'"]
          )
        )
      }
      let gap = (strip - 2 * height) / 3 / 10_000 * 10_000
      let inner = wafer.radius + gap
      let outer = inner + height + gap
      let distance = line.isOuter ? outer : inner
      let y = line.isTop ? distance : -distance - height
      let x = -StencilFont.width(of: line.text, pitch: pitch) / 2 / 1000 * 1000
      polygons += StencilFont.openings(line.text, at: Point(x, y), pitch: pitch)
    }
    return Cell(name: name, shapes: [Layer(level.name, .marking): polygons])
  }

  /// The closest dots that leave an opening of 0.2 mm and a web of 0.136 mm.
  static let minimumTextPitch = 340_000

  private static func outlineBox(_ sheet: SheetParameters) -> MillimetreBox {
    let half = Double(sheet.size) / 2e6
    return MillimetreBox(x0: -half, y0: -half, x1: half, y1: half)
  }
}
