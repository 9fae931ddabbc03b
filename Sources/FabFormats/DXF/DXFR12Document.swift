import FabGeometry

/// A DXF file of AutoCAD R12.
struct DXFR12Document {
  /// What to write.
  let layers: [DXFLayerContent]

  /// The content of the file.
  var text: String {
    var groups = DXFGroups()
    DXFHeader(version: .r12, layers: layers).write(to: &groups)
    writeTables(to: &groups)
    groups.add(0, "SECTION")
    groups.add(2, "ENTITIES")
    for layer in layers {
      for contour in layer.contours { write(contour, on: layer.name, to: &groups) }
    }
    groups.add(0, "ENDSEC")
    groups.add(0, "EOF")
    return groups.text
  }

  private func writeTables(to groups: inout DXFGroups) {
    groups.add(0, "SECTION")
    groups.add(2, "TABLES")
    groups.add(0, "TABLE")
    groups.add(2, "LTYPE")
    groups.add(70, 1)
    groups.add(0, "LTYPE")
    groups.add(2, "CONTINUOUS")
    groups.add(70, 0)
    groups.add(3, "Solid line")
    groups.add(72, 65)
    groups.add(73, 0)
    groups.add(40, "0.0")
    groups.add(0, "ENDTAB")
    groups.add(0, "TABLE")
    groups.add(2, "LAYER")
    groups.add(70, layers.count + 1)
    for (name, color) in [("0", 7)] + layers.map({ ($0.name, $0.colorNumber) }) {
      groups.add(0, "LAYER")
      groups.add(2, name)
      groups.add(70, 0)
      groups.add(62, color)
      groups.add(6, "CONTINUOUS")
    }
    groups.add(0, "ENDTAB")
    groups.add(0, "ENDSEC")
  }

  private func write(_ contour: DXFContour, on layer: String, to groups: inout DXFGroups) {
    if let circle = contour.circle {
      groups.add(0, "CIRCLE")
      groups.add(8, layer)
      groups.add(10, nanometres: Int(circle.center.x))
      groups.add(20, nanometres: Int(circle.center.y))
      groups.add(40, nanometres: Int(circle.radius))
      return
    }
    groups.add(0, "POLYLINE")
    groups.add(8, layer)
    groups.add(66, 1)
    for code in [10, 20, 30] { groups.add(code, nanometres: 0) }
    groups.add(70, 1)
    for (index, vertex) in contour.vertices.enumerated() {
      groups.add(0, "VERTEX")
      groups.add(8, layer)
      groups.add(10, nanometres: Int(vertex.point.x))
      groups.add(20, nanometres: Int(vertex.point.y))
      if let bulge = contour.bulge(of: index) { groups.add(42, plain: bulge) }
    }
    groups.add(0, "SEQEND")
    groups.add(8, layer)
  }
}

extension DXFContour {
  /// Returns the bulge of the edge that leaves a corner, or `nil` where it's straight.
  func bulge(of index: Int) -> Double? {
    vertices[index].arc
      .map { arc in
        let end = vertices[(index + 1) % vertices.count].point
        return DXFBulge.value(of: arc, from: vertices[index].point, to: end)
      }
  }
}
