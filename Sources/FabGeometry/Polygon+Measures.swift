extension Polygon {
  /// The doubled area in square nanometres, holes subtracted, whatever the direction of the outlines.
  ///
  /// Exact for straight edges; arcs count as the chords of the default chord error.
  public var doubledArea: Int128 {
    holes.reduce(abs(outer.signedDoubledArea)) { $0 - abs($1.signedDoubledArea) }
  }

  /// The area in square millimetres.
  public var areaMm2: Double { Polygon.areaMm2(doubled: doubledArea) }

  /// The smallest upright box around the polygon.
  public var boundingBox: Box { outer.boundingBox }

  /// The length of all outlines in nanometres.
  public var perimeter: Double { outlines.reduce(0) { $0 + $1.perimeter } }

  /// Whether every edge is straight and runs along an axis.
  public var isUpright: Bool { outer.isUpright && holes.allSatisfy(\.isUpright) }

  /// The upright box that the polygon is, if it is one without holes.
  public var box: Box? {
    let vertices = outer.vertices
    guard holes.isEmpty, vertices.count == 4, outer.isUpright else { return nil }
    let (a, b, c, d) = (
      vertices[0].point, vertices[1].point, vertices[2].point, vertices[3].point
    )
    let isCornered = (a.x == b.x) == (c.x == d.x) && (a.x == d.x) == (b.x == c.x)
    guard isCornered, a.x != c.x, a.y != c.y, b.x != d.x, b.y != d.y else { return nil }
    return Box(a, c)
  }

  /// Returns square millimetres from a doubled area in square nanometres.
  static func areaMm2(doubled: Int128) -> Double { Double(doubled) / 2e12 }
}
