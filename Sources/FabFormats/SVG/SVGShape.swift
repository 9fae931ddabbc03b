import FabXML

/// Turns the basic shapes and paths of SVG into contours.
enum SVGShape {
  /// Returns the contours of an element in its own units.
  static func contours(of element: XMLElement) throws(SVGSyntaxError) -> [SVGContour] {
    switch element.name {
    case "path": return try SVGPathParser.contours(of: element.attribute("d") ?? "")
    case "rect": return try rectangle(element)
    case "circle":
      let radius = try element.svgLength("r") ?? 0
      return try ellipse(element, radiusX: radius, radiusY: radius)
    case "ellipse":
      let radiusX = try element.svgLength("rx")
      let radiusY = try element.svgLength("ry")
      return try ellipse(
        element,
        radiusX: radiusX ?? radiusY ?? 0,
        radiusY: radiusY ?? radiusX ?? 0
      )
    default: return try points(element)
    }
  }

  private static func ellipse(
    _ element: XMLElement,
    radiusX: Double,
    radiusY: Double
  ) throws(SVGSyntaxError) -> [SVGContour] {
    let x = try element.svgLength("cx") ?? 0
    let y = try element.svgLength("cy") ?? 0
    guard radiusX > 0, radiusY > 0 else { return [] }
    // Half circles from the rightmost point and back, in the direction of growing angles.
    let ends = [SVGPoint(x: x - radiusX, y: y), SVGPoint(x: x + radiusX, y: y)]
    let segments = ends.map { end in
      SVGContour.Segment.arc(
        SVGEllipticalArc(
          radiusX: radiusX,
          radiusY: radiusY,
          isLarge: false,
          isSweep: true,
          end: end
        )
      )
    }
    return [SVGContour(start: ends[1], segments: segments, isClosed: true)]
  }

  private static func rectangle(_ element: XMLElement) throws(SVGSyntaxError) -> [SVGContour] {
    let x = try element.svgLength("x") ?? 0
    let y = try element.svgLength("y") ?? 0
    let width = try element.svgLength("width") ?? 0
    let height = try element.svgLength("height") ?? 0
    guard width >= 0, height >= 0 else {
      throw SVGSyntaxError(text: "the size \(width) x \(height) is negative")
    }
    guard width > 0, height > 0 else { return [] }
    let givenX = try element.svgLength("rx")
    let givenY = try element.svgLength("ry")
    let radiusX = min(givenX ?? givenY ?? 0, width / 2)
    let radiusY = min(givenY ?? givenX ?? 0, height / 2)
    let (right, bottom) = (x + width, y + height)
    func corner(_ x: Double, _ y: Double) -> SVGContour.Segment {
      .arc(
        SVGEllipticalArc(
          radiusX: radiusX,
          radiusY: radiusY,
          isLarge: false,
          isSweep: true,
          end: SVGPoint(x: x, y: y)
        )
      )
    }
    guard radiusX > 0, radiusY > 0 else {
      let corners = [
        SVGPoint(x: right, y: y), SVGPoint(x: right, y: bottom), SVGPoint(x: x, y: bottom),
      ]
      return [
        SVGContour(
          start: SVGPoint(x: x, y: y),
          segments: corners.map { .line(to: $0) },
          isClosed: true
        )
      ]
    }
    return [
      SVGContour(
        start: SVGPoint(x: x + radiusX, y: y),
        segments: [
          .line(to: SVGPoint(x: right - radiusX, y: y)), corner(right, y + radiusY),
          .line(to: SVGPoint(x: right, y: bottom - radiusY)), corner(right - radiusX, bottom),
          .line(to: SVGPoint(x: x + radiusX, y: bottom)), corner(x, bottom - radiusY),
          .line(to: SVGPoint(x: x, y: y + radiusY)), corner(x + radiusX, y),
        ],
        isClosed: true
      )
    ]
  }

  private static func points(_ element: XMLElement) throws(SVGSyntaxError) -> [SVGContour] {
    var scanner = SVGScanner(element.attribute("points") ?? "")
    var points: [SVGPoint] = []
    while !scanner.isAtEnd {
      let x = try scanner.number()
      points.append(SVGPoint(x: x, y: try scanner.number()))
    }
    guard let first = points.first, points.count > 1 else { return [] }
    return [
      SVGContour(
        start: first,
        segments: points.dropFirst().map { .line(to: $0) },
        isClosed: element.name == "polygon"
      )
    ]
  }
}
