import FabLayout

/// What an element inherits from those around it.
struct SVGState {
  /// From the element's units to millimetres with `y` upwards.
  var transform: SVGAffine
  /// The layer of its shapes, if one is known.
  var layer: Layer?
  var fillRule = SVGFillRule.nonzero
  var isVisible = true
}
