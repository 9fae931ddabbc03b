/// A point of a drawing in its own units.
struct SVGPoint: Hashable {
  var x: Double
  var y: Double

  static let zero = SVGPoint(x: 0, y: 0)

  static func + (left: SVGPoint, right: SVGPoint) -> SVGPoint {
    SVGPoint(x: left.x + right.x, y: left.y + right.y)
  }

  static func - (left: SVGPoint, right: SVGPoint) -> SVGPoint {
    SVGPoint(x: left.x - right.x, y: left.y - right.y)
  }

  static func * (factor: Double, point: SVGPoint) -> SVGPoint {
    SVGPoint(x: factor * point.x, y: factor * point.y)
  }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }
}
