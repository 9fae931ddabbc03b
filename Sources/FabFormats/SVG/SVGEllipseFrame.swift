/// The ellipse of an arc: where its centre lies and how a unit circle becomes it.
///
/// > Source: SVG 1.1, second edition, appendix F.6.5 and F.6.6.
struct SVGEllipseFrame {
  /// Whether the radii had to grow to reach the ends.
  let isEnlarged: Bool
  private let axisX: SVGPoint
  private let axisY: SVGPoint
  private let center: SVGPoint
  private let start: SVGPoint
  private let end: SVGPoint
  private let isLarge: Bool
  private let isSweep: Bool

  /// Finds the ellipse of an arc with positive radii and different ends.
  init(_ arc: SVGEllipticalArc, from first: SVGPoint) {
    let (cosine, sine) = SVGTransformList.cosineAndSine(arc.rotation)
    func unturned(_ point: SVGPoint) -> SVGPoint {
      SVGPoint(
        x: (cosine * point.x + sine * point.y) / arc.radiusX,
        y: (-sine * point.x + cosine * point.y) / arc.radiusY
      )
    }
    // On the unit circle: half the chord, and the centre beside its middle.
    let half = 0.5 * unturned(first - arc.end)
    let scale = max(1, half.length)
    isEnlarged = half.length > 1 + 1e-6
    let unit = (1 / scale) * half
    let height = max(0, 1 - unit.length * unit.length).squareRoot()
    let side: Double = arc.isLarge == arc.isSweep ? -1 : 1
    let normal =
      (side * height / max(unit.length, .leastNormalMagnitude))
      * SVGPoint(x: unit.y, y: -unit.x)
    start = unit - normal
    end = (-1.0 * unit) - normal
    axisX = SVGPoint(x: scale * arc.radiusX * cosine, y: scale * arc.radiusX * sine)
    axisY = SVGPoint(x: -scale * arc.radiusY * sine, y: scale * arc.radiusY * cosine)
    isLarge = arc.isLarge
    isSweep = arc.isSweep
    let middle = 0.5 * (first + arc.end)
    center = middle + normal.x * axisX + normal.y * axisY
  }

  /// Returns the point in a direction on the unit circle.
  func point(_ direction: SVGPoint) -> SVGPoint {
    center + direction.x * axisX + direction.y * axisY
  }

  /// Returns the direction halfway between two that are less than a semicircle apart.
  func middle(_ first: SVGPoint, _ second: SVGPoint) -> SVGPoint {
    let sum = first + second
    return (1 / max(sum.length, .leastNormalMagnitude)) * sum
  }

  /// Returns the points between the ends, halving parts until `isFine` accepts their ends.
  func points(until isFine: (SVGPoint, SVGPoint) -> Bool) -> [SVGPoint] {
    let turn: Double = isSweep ? 1 : -1
    var apex = start + end
    if apex.length < 1e-9 {
      apex = turn * SVGPoint(x: -start.y, y: start.x)
    } else if isLarge {
      apex = -1.0 * apex
    }
    apex = (1 / apex.length) * apex
    var directions: [SVGPoint] = []
    func divide(_ first: SVGPoint, _ second: SVGPoint, depth: Int) {
      guard depth < 16, !isFine(first, second) else { return }
      let half = middle(first, second)
      divide(first, half, depth: depth + 1)
      directions.append(half)
      divide(half, second, depth: depth + 1)
    }
    // Quarters are less than a semicircle, so halving goes the right way round.
    let quarters = [start, middle(start, apex), apex, middle(apex, end), end]
    for index in 0..<4 {
      divide(quarters[index], quarters[index + 1], depth: 0)
      if index < 3 { directions.append(quarters[index + 1]) }
    }
    return directions.map { point($0) }
  }
}
