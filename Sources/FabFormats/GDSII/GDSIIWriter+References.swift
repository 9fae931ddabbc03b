import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

extension GDSIIWriter {
  /// Appends a text element.
  func append(
    _ label: Label,
    of cell: Cell,
    in layout: Layout,
    to out: inout GDSIIBytes
  ) throws(DiagnosticError) {
    let number = try GDSIILayerNumber(of: label.layer, in: layout)
    guard (1...512).contains(label.text.utf8.count) else {
      throw Self.outOfRange(
        "a label of cell '\(cell.name)' has \(label.text.utf8.count) bytes; GDSII has 1 to 512",
        fix: "shorten the text"
      )
    }
    out.append(.text)
    out.append(.layer, words: [number.layer])
    out.append(.textType, words: [number.datatype])
    out.append(.coordinates, integers: [label.position.x, label.position.y])
    out.append(.string, text: label.text)
    out.append(.endElement)
  }

  /// Appends a structure reference or an array of them.
  func append(
    _ reference: Reference,
    to name: String,
    in cell: Cell,
    to out: inout GDSIIBytes
  ) throws(DiagnosticError) {
    out.append(reference.grid == nil ? .structureReference : .arrayReference)
    out.append(.referencedName, text: name)
    try append(reference.transform, of: reference, in: cell, to: &out)
    let origin = reference.transform.offset
    if let grid = reference.grid {
      guard (1...32767).contains(grid.columns), (1...32767).contains(grid.rows) else {
        throw Self.outOfRange(
          "an array of '\(reference.cell)' in cell '\(cell.name)' has \(grid.columns) columns and "
            + "\(grid.rows) rows; GDSII has 1 to 32767",
          fix: "divide the array"
        )
      }
      out.append(.columnsAndRows, words: [UInt16(grid.columns), UInt16(grid.rows)])
      // The manual wants the points one step past the last column and row.
      let corners = [
        Point(
          exactly: Int(origin.x) + grid.columns * Int(grid.columnStep.x),
          Int(origin.y) + grid.columns * Int(grid.columnStep.y)
        ),
        Point(
          exactly: Int(origin.x) + grid.rows * Int(grid.rowStep.x),
          Int(origin.y) + grid.rows * Int(grid.rowStep.y)
        ),
      ]
      .compactMap { $0 }
      guard corners.count == 2 else {
        throw DiagnosticError(
          Diagnostic(
            .coordinateOverflow,
            "an array of '\(reference.cell)' in cell '\(cell.name)' ends outside the range of ±2.147 m",
            fixes: ["check its steps, columns and rows"]
          )
        )
      }
      out.append(.coordinates, integers: ([origin] + corners).flatMap { [$0.x, $0.y] })
    } else {
      out.append(.coordinates, integers: [origin.x, origin.y])
    }
    if let instance = reference.name, !instance.isEmpty {
      // The manual allows 126 characters of properties an element.
      guard instance.utf8.count <= 126 else {
        throw Self.outOfRange(
          "an instance name in cell '\(cell.name)' has \(instance.utf8.count) bytes; GDSII has 126",
          fix: "shorten the name"
        )
      }
      out.append(.propertyAttribute, words: [UInt16(Self.instanceNameAttribute)])
      out.append(.propertyValue, text: instance)
    }
    out.append(.endElement)
  }

  private func append(
    _ transform: Transform,
    of reference: Reference,
    in cell: Cell,
    to out: inout GDSIIBytes
  ) throws(DiagnosticError) {
    let isTurned = transform.rotation != 0
    let isMagnified = transform.magnification != 1
    guard isTurned || isMagnified || transform.isMirrored else { return }
    out.append(.transformation, words: [transform.isMirrored ? 0x8000 : 0])
    guard
      let magnification = GDSIIReal.bits(of: transform.magnification),
      let angle = GDSIIReal.bits(of: transform.rotation), transform.magnification > 0
    else {
      throw Self.outOfRange(
        "a reference to '\(reference.cell)' in cell '\(cell.name)' has magnification "
          + "\(transform.magnification) and rotation \(transform.rotation), which GDSII can't hold",
        fix: "use a magnification between 1e-70 and 1e70"
      )
    }
    if isMagnified { out.append(.magnification, reals: [magnification]) }
    if isTurned { out.append(.angle, reals: [angle]) }
  }

  private static func outOfRange(_ summary: String, fix: String) -> DiagnosticError {
    DiagnosticError(Diagnostic(.outOfRange, summary, fixes: [fix]))
  }
}
