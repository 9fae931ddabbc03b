/// An affine transform: `x' = a x + c y + e`, `y' = b x + d y + f`, as SVG's `matrix(a b c d e f)`.
struct SVGAffine {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// Returns the transform that first does `inner`, then this one.
  func concatenated(with inner: SVGAffine) -> SVGAffine {
    SVGAffine(
      a: a * inner.a + c * inner.b,
      b: b * inner.a + d * inner.b,
      c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d,
      e: a * inner.e + c * inner.f + e,
      f: b * inner.e + d * inner.f + f
    )
  }

  /// Returns where a point goes.
  func apply(_ point: SVGPoint) -> SVGPoint {
    SVGPoint(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// The determinant; negative if the transform turns shapes over.
  var determinant: Double { a * d - b * c }

  /// By what a transform that keeps circles round enlarges them; `nil` for others.
  ///
  /// A millionth of difference between the axes is within the rounding of written matrices.
  var scaleOfCircles: Double? {
    let first = (a * a + b * b).squareRoot()
    let second = (c * c + d * d).squareRoot()
    let scale = max(first, second)
    guard scale > 0, abs(first - second) <= 1e-6 * scale,
      abs(a * c + b * d) <= 1e-6 * scale * scale
    else { return nil }
    return first
  }
}
