/// Turns the `d` attribute of a path into contours.
///
/// > Source: SVG 1.1, second edition, section 8.3.
struct SVGPathParser {
  private var scanner: SVGScanner
  private var contours: [SVGContour] = []
  private var current = SVGPoint.zero
  /// The last control point of the previous command, if that was a curve of the same kind.
  private var cubicControl: SVGPoint?
  private var quadraticControl: SVGPoint?

  private init(_ text: String) {
    scanner = SVGScanner(text)
  }

  /// Returns the contours, those without any segment left out.
  static func contours(of text: String) throws(SVGSyntaxError) -> [SVGContour] {
    var parser = SVGPathParser(text)
    try parser.parse()
    return parser.contours.filter { !$0.segments.isEmpty }
  }

  private mutating func parse() throws(SVGSyntaxError) {
    while !scanner.isAtEnd {
      guard let command = scanner.letter() else {
        throw SVGSyntaxError(text: "a path command is missing at character \(scanner.column)")
      }
      guard command == "M" || command == "m" || !contours.isEmpty else {
        throw SVGSyntaxError(text: "the path begins with '\(command)' instead of 'M'")
      }
      if command == "Z" || command == "z" {
        close()
        continue
      }
      var isFirst = true
      repeat {
        try step(command, isFirst: isFirst)
        isFirst = false
      } while scanner.isAtNumber()
    }
  }

  private mutating func close() {
    contours[contours.count - 1].isClosed = true
    current = contours[contours.count - 1].start
    (cubicControl, quadraticControl) = (nil, nil)
  }

  private mutating func step(_ command: Character, isFirst: Bool) throws(SVGSyntaxError) {
    let isRelative = command.isLowercase
    let (oldCubic, oldQuadratic) = (cubicControl, quadraticControl)
    (cubicControl, quadraticControl) = (nil, nil)
    switch command.uppercased() {
    case "M":
      let point = try point(isRelative)
      if isFirst {
        contours.append(SVGContour(start: point))
        current = point
      } else {
        append(.line(to: point))
      }
    case "L":
      append(.line(to: try point(isRelative)))
    case "H":
      let x = try scanner.number() + (isRelative ? current.x : 0)
      append(.line(to: SVGPoint(x: x, y: current.y)))
    case "V":
      let y = try scanner.number() + (isRelative ? current.y : 0)
      append(.line(to: SVGPoint(x: current.x, y: y)))
    case "C":
      let first = try point(isRelative)
      let second = try point(isRelative)
      append(.cubic(first, second, to: try point(isRelative)))
      cubicControl = second
    case "S":
      let first = mirrored(oldCubic)
      let second = try point(isRelative)
      append(.cubic(first, second, to: try point(isRelative)))
      cubicControl = second
    case "Q":
      let control = try point(isRelative)
      append(.quadratic(control, to: try point(isRelative)))
      quadraticControl = control
    case "T":
      let control = mirrored(oldQuadratic)
      append(.quadratic(control, to: try point(isRelative)))
      quadraticControl = control
    case "A":
      append(.arc(try arc(isRelative)))
    default:
      throw SVGSyntaxError(text: "'\(command)' isn't a path command")
    }
  }

  private mutating func arc(_ isRelative: Bool) throws(SVGSyntaxError) -> SVGEllipticalArc {
    let radiusX = abs(try scanner.number())
    let radiusY = abs(try scanner.number())
    let rotation = try scanner.number()
    let isLarge = try scanner.flag()
    let isSweep = try scanner.flag()
    return SVGEllipticalArc(
      radiusX: radiusX,
      radiusY: radiusY,
      rotation: rotation,
      isLarge: isLarge,
      isSweep: isSweep,
      end: try point(isRelative)
    )
  }

  private mutating func append(_ segment: SVGContour.Segment) {
    if contours[contours.count - 1].isClosed { contours.append(SVGContour(start: current)) }
    contours[contours.count - 1].segments.append(segment)
    current = segment.end
  }

  private mutating func point(_ isRelative: Bool) throws(SVGSyntaxError) -> SVGPoint {
    let x = try scanner.number()
    let y = try scanner.number()
    return isRelative ? SVGPoint(x: current.x + x, y: current.y + y) : SVGPoint(x: x, y: y)
  }

  /// The control point that continues the previous curve smoothly.
  private func mirrored(_ control: SVGPoint?) -> SVGPoint {
    guard let control else { return current }
    return 2 * current - control
  }
}
