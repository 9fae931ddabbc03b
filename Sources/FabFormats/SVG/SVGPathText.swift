package import FabGeometry

/// The `d` attribute of shapes: absolute commands, true arcs.
package struct SVGPathText {
  /// Whether `y` changes its sign on the way to the file, because SVG counts downwards.
  let flipsY: Bool
  /// The commands so far.
  package private(set) var text = ""

  package init(flipsY: Bool) {
    self.flipsY = flipsY
  }

  /// Appends the contours of a polygon: holes first, so that a cutter loses no part before its holes.
  package mutating func append(_ polygon: Polygon) {
    for hole in polygon.holes { append(hole) }
    append(polygon.outer)
  }

  /// Appends a closed contour.
  package mutating func append(_ outline: Outline) {
    let vertices = outline.vertices
    var current = vertices[0].point
    text += "M" + x(current) + separated(y(current))
    for (index, vertex) in vertices.enumerated() {
      let isLast = index == vertices.count - 1
      let next = isLast ? vertices[0].point : vertices[index + 1].point
      if let arc = vertex.arc {
        let radius = SVGNumber.millimetres(arc.radius)
        let sweep = arc.isCounterclockwise != flipsY ? "1" : "0"
        text += "A\(radius) \(radius) 0 0 \(sweep) " + x(next) + separated(y(next))
      } else if isLast {
        break
      } else if next.y == current.y {
        text += "H" + x(next)
      } else if next.x == current.x {
        text += "V" + y(next)
      } else {
        text += "L" + x(next) + separated(y(next))
      }
      current = next
    }
    text += "Z"
  }

  private func x(_ point: Point) -> String { SVGNumber.millimetres(point.x) }

  private func y(_ point: Point) -> String {
    SVGNumber.millimetres(flipsY ? -Int(point.y) : Int(point.y))
  }

  private func separated(_ number: String) -> String {
    number.hasPrefix("-") ? number : " " + number
  }
}
