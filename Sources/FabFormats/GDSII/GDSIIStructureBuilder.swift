import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

/// Turns the elements of structures into cells.
struct GDSIIStructureBuilder {
  /// The size of a database unit.
  let scale: GDSIIScale
  /// The levels met so far.
  var levels: GDSIILevels
  /// What had to be left out so far.
  var leftOut: GDSIILeftOut

  /// Reads from behind BGNSTR up to ENDSTR.
  mutating func structure(
    after begin: GDSIIRecord,
    cursor: inout GDSIIRecordCursor
  ) throws(DiagnosticError) -> GDSIIStructure {
    let nameRecord = try cursor.next()
    guard nameRecord.kind == .structureName else {
      throw nameRecord.corrupt("STRNAME is expected after BGNSTR, not \(nameRecord.kind.name)")
    }
    var content = Content()
    while true {
      let record = try cursor.next()
      if record.kind == .endStructure { break }
      if record.kind == .structureClass {
        leftOut.note(.libraryRecord)
        continue
      }
      try append(record, cursor: &cursor, to: &content)
    }
    let cell = Cell(
      name: CellName(nameRecord.text),
      shapes: content.shapes,
      labels: content.labels,
      references: content.references
    )
    return GDSIIStructure(
      cell: cell,
      place: nameRecord.place,
      referencePlaces: content.referencePlaces
    )
  }

  private struct Content {
    var shapes: [Layer: [Polygon]] = [:]
    var labels: [Label] = []
    var references: [Reference] = []
    var referencePlaces: [Place] = []
  }

  private mutating func append(
    _ head: GDSIIRecord,
    cursor: inout GDSIIRecordCursor,
    to content: inout Content
  ) throws(DiagnosticError) {
    let heads: [GDSIIRecordKind] = [
      .boundary, .box, .path, .text, .node, .structureReference, .arrayReference,
    ]
    guard heads.contains(head.kind) else {
      throw head.corrupt(
        "\(head.kind.name) between elements; "
          + heads.map(\.name).joined(separator: ", ") + " or ENDSTR is expected"
      )
    }
    let element = try GDSIIElement(head: head, cursor: &cursor)
    for kind in [GDSIIRecordKind.elementFlags, .plex] where element[kind] != nil {
      leftOut.note(.elementFlag)
    }
    let isReference = head.kind == .structureReference || head.kind == .arrayReference
    let names = element.properties.filter {
      isReference && $0.attribute == UInt16(GDSIIWriter.instanceNameAttribute)
    }
    leftOut.note(.property, element.properties.count - min(1, names.count))
    if isReference {
      for reference in try references(of: element, name: names.last?.value) {
        content.references.append(reference)
        content.referencePlaces.append(head.place)
      }
    } else if head.kind == .node {
      leftOut.note(.node)
    } else if head.kind == .text {
      if let label = try label(of: element) { content.labels.append(label) }
    } else {
      let datatype = try element.required(head.kind == .box ? .boxType : .datatype).word()
      let layer = levels.layer(
        number: try element.required(.layer).word(),
        datatype: datatype
      )
      let polygons = try head.kind == .path ? path(of: element) : boundary(of: element)
      if !polygons.isEmpty { content.shapes[layer, default: []] += polygons }
    }
  }

  /// Returns the points of an element in nanometres.
  mutating func points(of element: GDSIIElement) throws(DiagnosticError) -> [Point] {
    var result: [Point] = []
    result.reserveCapacity(element.coordinates.count / 2)
    var start = 0
    while start + 1 < element.coordinates.count {
      let (x, y) = (element.coordinates[start], element.coordinates[start + 1])
      guard
        let scaledX = scale.nanometres(x), let scaledY = scale.nanometres(y),
        let point = Point(exactly: scaledX.value, scaledY.value)
      else { throw overflow(element, x, y) }
      leftOut.note(.roundedCoordinate, (scaledX.isExact ? 0 : 1) + (scaledY.isExact ? 0 : 1))
      result.append(point)
      start += 2
    }
    return result
  }

  /// Returns the error of a coordinate that doesn't fit.
  func overflow(_ element: GDSIIElement, _ x: Int32, _ y: Int32) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .coordinateOverflow,
        at: element.head.place,
        "\(element.head.kind.name) has the point (\(x), \(y)) in units of "
          + "\(scale.numerator)/\(scale.denominator) nm, outside the range of ±2.147 m",
        fixes: ["check the UNITS of the file"]
      )
    )
  }

  private mutating func boundary(of element: GDSIIElement) throws(DiagnosticError) -> [Polygon] {
    let points = PointRing.withoutRepetition(try points(of: element))
    guard Set(points).count >= 3 else {
      leftOut.note(.boundaryWithoutArea)
      return []
    }
    return [Polygon(Outline(points))]
  }

  private mutating func label(of element: GDSIIElement) throws(DiagnosticError) -> Label? {
    let layer = levels.layer(
      number: try element.required(.layer).word(),
      datatype: try element[.textType]?.word() ?? 0
    )
    let points = try points(of: element)
    guard points.count == 1 else {
      throw element.head.corrupt("TEXT has \(points.count) points; 1 is expected")
    }
    let text = try element.required(.string).text
    let orientation: [GDSIIRecordKind] = [
      .presentation, .pathType, .width, .transformation, .magnification, .angle,
    ]
    leftOut.note(.textOrientation, orientation.count { element[$0] != nil })
    guard !text.isEmpty else {
      leftOut.note(.emptyText)
      return nil
    }
    return Label(text, on: layer, at: points[0])
  }
}
