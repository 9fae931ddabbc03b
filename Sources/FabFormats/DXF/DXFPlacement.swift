import Foundation

/// An affine map of the plane, for inserted blocks.
struct DXFPlacement {
  private var a = 1.0
  private var b = 0.0
  private var c = 0.0
  private var d = 1.0
  private var x = 0.0
  private var y = 0.0

  /// The map that changes nothing.
  static let identity = DXFPlacement()

  /// The map that mirrors at the y axis, for entities whose extrusion points away from the viewer.
  static let mirroredAtY: DXFPlacement = {
    var placement = DXFPlacement()
    placement.a = -1
    return placement
  }()

  /// Returns a move.
  static func move(_ x: Double, _ y: Double) -> DXFPlacement {
    var placement = DXFPlacement()
    (placement.x, placement.y) = (x, y)
    return placement
  }

  /// Returns a map that scales, then turns by degrees.
  static func scaling(_ sx: Double, _ sy: Double, turningBy degrees: Double) -> DXFPlacement {
    var (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    // Quarter turns stay exact.
    if degrees.truncatingRemainder(dividingBy: 90) == 0 {
      (cosine, sine) = (cosine.rounded(), sine.rounded())
    }
    var placement = DXFPlacement()
    (placement.a, placement.b) = (cosine * sx, -sine * sy)
    (placement.c, placement.d) = (sine * sx, cosine * sy)
    return placement
  }

  /// Returns the map that first does `inner`, then this one.
  func after(_ inner: DXFPlacement) -> DXFPlacement {
    var result = DXFPlacement()
    result.a = a * inner.a + b * inner.c
    result.b = a * inner.b + b * inner.d
    result.c = c * inner.a + d * inner.c
    result.d = c * inner.b + d * inner.d
    result.x = a * inner.x + b * inner.y + x
    result.y = c * inner.x + d * inner.y + y
    return result
  }

  /// Returns where a curve goes, or `nil` where an arc would become an ellipse.
  func apply(_ curve: DXFCurve) -> DXFCurve? {
    let scale = max(abs(a), abs(b), abs(c), abs(d))
    let isMirrored = a * d - b * c < 0
    let isEven =
      isMirrored
      ? abs(a + d) <= scale * 1e-9 && abs(b - c) <= scale * 1e-9
      : abs(a - d) <= scale * 1e-9 && abs(b + c) <= scale * 1e-9
    guard isEven || !curve.isRound else { return nil }
    var result = curve
    result.corners = curve.corners.map { corner in
      DXFCurve.Corner(
        x: a * corner.x + b * corner.y + x,
        y: c * corner.x + d * corner.y + y,
        bulge: isMirrored ? -corner.bulge : corner.bulge
      )
    }
    return result
  }
}
