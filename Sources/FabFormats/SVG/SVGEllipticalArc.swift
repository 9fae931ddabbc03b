/// An arc as the path command `A` states it.
struct SVGEllipticalArc {
  var radiusX: Double
  var radiusY: Double
  /// The angle of the first radius to the x axis, in degrees.
  var rotation = 0.0
  var isLarge: Bool
  /// Whether the angle grows.
  var isSweep: Bool
  var end: SVGPoint
}
