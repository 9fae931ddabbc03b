import FabLayout

/// What an element inherits from those around it.
struct SVGState {
  /// From the element's units to millimetres with `y` upwards.
  var transform: SVGAffine
  /// The layer of its shapes, if one is known.
  var layer: Layer?
  var fillRule = SVGFillRule.nonzero
  var isVisible = true
  /// Whether the inside of shapes is painted.
  var isFilled = true
  /// Whether the contours of shapes are painted.
  var isStroked = false
  /// How wide contours are painted, in the element's units.
  var strokeWidth = 1.0
}
