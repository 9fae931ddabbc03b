/// An area of the plane: disjoint straight-edged polygons with holes, in canonical form.
///
/// Outer boundaries run counterclockwise, holes clockwise, each from its lowest, then leftmost point;
/// points on straight edges are left out; polygons are sorted. The same area has the same value, whatever
/// it was made of. Areas that touch in a point stay two polygons.
public struct Region: Hashable, Sendable {
  /// The polygons.
  public let polygons: [Polygon]

  /// Creates the empty region.
  public init() {
    polygons = []
  }

  /// Creates the union of polygons, in any orientation and order; arcs become chords.
  public init(
    _ polygons: some Sequence<Polygon>,
    chordError: Int = Outline.defaultChordError
  ) {
    let flat = polygons.map { $0.flattened(chordError: chordError) }
    self.init(canonical: PolygonBooleans.combine(flat, [], .union))
  }

  private init(canonical polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// Whether nothing is covered.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The smallest box around everything; `nil` for the empty region.
  public var boundingBox: Box? {
    guard let first = polygons.first else { return nil }
    return polygons.dropFirst()
      .reduce(first.outer.boundingBox) {
        $0.union($1.outer.boundingBox)
      }
  }

  /// Twice the area in square nanometres; exact.
  public var doubledArea: Int128 {
    polygons.reduce(0) { $0 + $1.doubledArea }
  }

  /// The area in mm².
  public var areaMm2: Double {
    // Twice the area over 2e12 nm² per mm²; the quotient is rounded once.
    Double(doubledArea) / 2e12
  }

  /// Returns what either covers.
  public func union(_ other: Region) -> Region { combined(with: other, .union) }

  /// Returns what both cover.
  public func intersection(_ other: Region) -> Region { combined(with: other, .intersection) }

  /// Returns what this covers and the other doesn't.
  public func subtracting(_ other: Region) -> Region { combined(with: other, .difference) }

  /// Returns what exactly one of them covers.
  public func symmetricDifference(_ other: Region) -> Region {
    combined(with: other, .symmetricDifference)
  }

  private func combined(with other: Region, _ operation: PolygonBooleans.Operation) -> Region {
    Region(canonical: PolygonBooleans.combine(polygons, other.polygons, operation))
  }
}
