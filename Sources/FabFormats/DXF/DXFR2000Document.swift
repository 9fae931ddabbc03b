import FabGeometry

/// A DXF file of AutoCAD 2000, with the tables, blocks and objects that the format requires.
///
/// > Source: Autodesk, *DXF Reference*, 2000, "DXF File Structure".
struct DXFR2000Document {
  /// What to write.
  let layers: [DXFLayerContent]

  private static let modelSpace = "*Model_Space"
  private static let paperSpace = "*Paper_Space"

  /// The content of the file.
  var text: String {
    var body = Body()
    writeTables(to: &body)
    writeBlocks(to: &body)
    writeEntities(to: &body)
    writeObjects(to: &body)
    var groups = DXFGroups()
    DXFHeader(version: .r2000, layers: layers, nextHandle: body.nextHandle).write(to: &groups)
    groups.add(body.groups)
    groups.add(0, "EOF")
    return groups.text
  }

  /// Groups with handles, which are counted up.
  private struct Body {
    var groups = DXFGroups()
    var nextHandle = 1
    var modelSpace = ""
    var paperSpace = ""

    mutating func newHandle() -> String {
      defer { nextHandle += 1 }
      return String(nextHandle, radix: 16, uppercase: true)
    }

    /// Begins an object and returns its handle.
    @discardableResult
    mutating func begin(_ kind: String, owner: String, classes: [String]) -> String {
      let handle = newHandle()
      groups.add(0, kind)
      groups.add(5, handle)
      groups.add(330, owner)
      for name in classes { groups.add(100, name) }
      return handle
    }

    /// Writes a table; each record gets its own handle with the table as owner.
    mutating func table(
      _ name: String,
      recordClass: String,
      records: [(name: String, fields: [(Int, String)])]
    ) -> [String] {
      groups.add(0, "TABLE")
      groups.add(2, name)
      let table = newHandle()
      groups.add(5, table)
      groups.add(330, "0")
      groups.add(100, "AcDbSymbolTable")
      groups.add(70, records.count)
      if name == "DIMSTYLE" { groups.add(100, "AcDbDimStyleTable") }
      var handles: [String] = []
      for record in records {
        handles.append(begin(name, owner: table, classes: ["AcDbSymbolTableRecord", recordClass]))
        groups.add(2, record.name)
        for (code, value) in record.fields { groups.add(code, value) }
      }
      groups.add(0, "ENDTAB")
      return handles
    }

    mutating func section(_ name: String) {
      groups.add(0, "SECTION")
      groups.add(2, name)
    }
  }

  private func writeTables(to body: inout Body) {
    body.section("TABLES")
    _ = body.table("VPORT", recordClass: "AcDbViewportTableRecord", records: [])
    let line = [(70, "0"), (72, "65"), (73, "0"), (40, "0.0")]
    _ = body.table(
      "LTYPE",
      recordClass: "AcDbLinetypeTableRecord",
      records: ["ByBlock", "ByLayer", "Continuous"].map { ($0, [line[0], (3, "")] + line[1...]) }
    )
    _ = body.table(
      "LAYER",
      recordClass: "AcDbLayerTableRecord",
      records: ([("0", 7)] + layers.map { ($0.name, $0.colorNumber) })
        .map { name, color in (name, [(70, "0"), (62, "\(color)"), (6, "Continuous")]) }
    )
    _ = body.table(
      "STYLE",
      recordClass: "AcDbTextStyleTableRecord",
      records: [
        (
          "Standard",
          [
            (70, "0"), (40, "0.0"), (41, "1.0"), (50, "0.0"), (71, "0"), (42, "2.5"), (3, "txt"),
            (4, ""),
          ]
        )
      ]
    )
    _ = body.table("VIEW", recordClass: "AcDbViewTableRecord", records: [])
    _ = body.table("UCS", recordClass: "AcDbUCSTableRecord", records: [])
    _ = body.table(
      "APPID",
      recordClass: "AcDbRegAppTableRecord",
      records: [("ACAD", [(70, "0")])]
    )
    _ = body.table("DIMSTYLE", recordClass: "AcDbDimStyleTableRecord", records: [])
    let spaces = body.table(
      "BLOCK_RECORD",
      recordClass: "AcDbBlockTableRecord",
      records: [(Self.modelSpace, []), (Self.paperSpace, [])]
    )
    (body.modelSpace, body.paperSpace) = (spaces[0], spaces[1])
    body.groups.add(0, "ENDSEC")
  }

  private func writeBlocks(to body: inout Body) {
    body.section("BLOCKS")
    for (name, owner) in [(Self.modelSpace, body.modelSpace), (Self.paperSpace, body.paperSpace)] {
      body.begin("BLOCK", owner: owner, classes: ["AcDbEntity"])
      body.groups.add(8, "0")
      body.groups.add(100, "AcDbBlockBegin")
      body.groups.add(2, name)
      body.groups.add(70, 0)
      for code in [10, 20, 30] { body.groups.add(code, nanometres: 0) }
      body.groups.add(3, name)
      body.groups.add(1, "")
      body.begin("ENDBLK", owner: owner, classes: ["AcDbEntity"])
      body.groups.add(8, "0")
      body.groups.add(100, "AcDbBlockEnd")
    }
    body.groups.add(0, "ENDSEC")
  }

  private func writeEntities(to body: inout Body) {
    body.section("ENTITIES")
    for layer in layers {
      for contour in layer.contours { write(contour, on: layer.name, to: &body) }
    }
    body.groups.add(0, "ENDSEC")
  }

  private func write(_ contour: DXFContour, on layer: String, to body: inout Body) {
    let kind = contour.circle == nil ? "LWPOLYLINE" : "CIRCLE"
    body.begin(kind, owner: body.modelSpace, classes: ["AcDbEntity"])
    body.groups.add(8, layer)
    if let circle = contour.circle {
      body.groups.add(100, "AcDbCircle")
      body.groups.add(10, nanometres: Int(circle.center.x))
      body.groups.add(20, nanometres: Int(circle.center.y))
      body.groups.add(30, nanometres: 0)
      body.groups.add(40, nanometres: Int(circle.radius))
      return
    }
    body.groups.add(100, "AcDbPolyline")
    body.groups.add(90, contour.vertices.count)
    body.groups.add(70, 1)
    body.groups.add(43, nanometres: 0)
    for (index, vertex) in contour.vertices.enumerated() {
      body.groups.add(10, nanometres: Int(vertex.point.x))
      body.groups.add(20, nanometres: Int(vertex.point.y))
      if let bulge = contour.bulge(of: index) { body.groups.add(42, plain: bulge) }
    }
  }

  private func writeObjects(to body: inout Body) {
    body.section("OBJECTS")
    let root = body.begin("DICTIONARY", owner: "0", classes: ["AcDbDictionary"])
    // The next handle is that of the dictionary of groups.
    let groupsHandle = String(body.nextHandle, radix: 16, uppercase: true)
    body.groups.add(281, 1)
    body.groups.add(3, "ACAD_GROUP")
    body.groups.add(350, groupsHandle)
    body.begin("DICTIONARY", owner: root, classes: ["AcDbDictionary"])
    body.groups.add(281, 1)
    body.groups.add(0, "ENDSEC")
  }
}
