/// One contour of a drawing in its own units, before transforms.
struct SVGContour {
  /// A part of a contour, from where the previous one ends.
  enum Segment {
    case line(to: SVGPoint)
    case arc(SVGEllipticalArc)
    case quadratic(SVGPoint, to: SVGPoint)
    case cubic(SVGPoint, SVGPoint, to: SVGPoint)

    var end: SVGPoint {
      switch self {
      case .line(let end): end
      case .arc(let arc): arc.end
      case .quadratic(_, let end): end
      case .cubic(_, _, let end): end
      }
    }
  }

  var start: SVGPoint
  var segments: [Segment] = []
  /// Whether the drawing closes it explicitly.
  var isClosed = false
}
