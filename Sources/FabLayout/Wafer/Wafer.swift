public import FabGeometry

/// A wafer with its edge and the area that may carry devices.
///
/// The origin is its centre; the front side is up.
public struct Wafer: Hashable, Sendable {
  /// The standard size.
  public let size: WaferSize
  /// What shows the orientation.
  public let mark: WaferMark
  /// The width of the rim without devices, in nanometres.
  public let edgeExclusion: Int

  /// Creates a wafer.
  ///
  /// - Returns: `nil` if the standard size has no such mark.
  public init?(size: WaferSize, mark: WaferMark, edgeExclusion: Int) {
    switch mark {
    case .none: break
    case .flat, .flats: guard size.primaryFlat != nil else { return nil }
    case .notch: guard size.notchDepth != nil else { return nil }
    }
    self.size = size
    self.mark = mark
    self.edgeExclusion = edgeExclusion
  }

  /// The width of the rim that a floor plan gets if it states none: 4 mm.
  ///
  /// > Source: our own floor plan, usable radius 46 mm on a 100 mm wafer.
  public static let defaultEdgeExclusion = 4_000_000

  /// The radius in nanometres.
  public var radius: Int { size.diameter / 2 }
  /// The radius within which devices may lie.
  public var usableRadius: Int { radius - edgeExclusion }

  /// The distance of a flat from the centre, rounded down to the grid.
  private func flatDistance(_ length: Int) -> Int {
    let half = Double(length) / 2
    return Int((Double(radius) * Double(radius) - half * half).squareRoot())
  }

  /// The edge of the wafer.
  public var edge: Polygon { disc(radius: radius, inset: 0) }

  /// The area that may carry devices: the wafer without its rim.
  public var usableArea: Polygon { disc(radius: usableRadius, inset: edgeExclusion) }

  /// By how much a box leaves the usable area, in nanometres; zero or less if it lies inside.
  public func excess(of box: Box) -> Double {
    let x = Double(Swift.max(abs(Int(box.min.x)), abs(Int(box.max.x))))
    let y = Double(Swift.max(abs(Int(box.min.y)), abs(Int(box.max.y))))
    var excess = (x * x + y * y).squareRoot() - Double(usableRadius)
    if let bottom = bottomFlat {
      excess = Swift.max(excess, Double(-(bottom - edgeExclusion) - Int(box.min.y)))
    }
    if let left = leftFlat {
      excess = Swift.max(excess, Double(-(left - edgeExclusion) - Int(box.min.x)))
    }
    if mark == .notch, let depth = size.notchDepth {
      // The rim follows the notch: a box over its axis keeps the exclusion from its tip.
      let reach = depth + edgeExclusion
      if Int(box.min.x) < reach, Int(box.max.x) > -reach {
        excess = Swift.max(excess, Double(-(radius - depth - edgeExclusion) - Int(box.min.y)))
      }
    }
    return excess
  }

  /// The distance of the flat at the bottom from the centre.
  private var bottomFlat: Int? {
    switch mark {
    case .flat, .flats: size.primaryFlat.map(flatDistance)
    case .none, .notch: nil
    }
  }

  /// The distance of the flat at the left from the centre.
  private var leftFlat: Int? {
    mark == .flats ? size.secondaryFlat.map(flatDistance) : nil
  }

  /// A disc of a radius, cut by the wafer's flats and notch moved inwards by `inset`.
  private func disc(radius: Int, inset: Int) -> Polygon {
    let arc = Arc(radius: Int32(radius), isCounterclockwise: true)
    func height(at offset: Int) -> Int {
      Int((Double(radius) * Double(radius) - Double(offset) * Double(offset)).squareRoot())
    }
    // Counterclockwise from the right; every arc is at most a quarter turn plus the flat's share.
    var vertices = [Vertex(Point(radius, 0), arc: arc), Vertex(Point(0, radius), arc: arc)]
    if let left = leftFlat {
      let x = left - inset
      let y = height(at: x)
      vertices += [Vertex(Point(-x, y)), Vertex(Point(-x, -y), arc: arc)]
    } else {
      vertices.append(Vertex(Point(-radius, 0), arc: arc))
    }
    if let bottom = bottomFlat {
      let y = bottom - inset
      let x = height(at: y)
      vertices += [Vertex(Point(-x, -y)), Vertex(Point(x, -y), arc: arc)]
    } else if mark == .notch, let depth = size.notchDepth {
      let reach = inset == 0 ? depth : depth + inset
      let y = height(at: reach)
      vertices += [
        Vertex(Point(-reach, -y)), Vertex(Point(0, -(self.radius - depth - inset))),
        Vertex(Point(reach, -y), arc: arc),
      ]
      return Polygon(Outline(vertices))
    } else {
      vertices.append(Vertex(Point(0, -radius), arc: arc))
    }
    return Polygon(Outline(vertices))
  }
}
