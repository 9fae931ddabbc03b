/// An area: disjoint polygons with straight edges and real holes, in canonical form.
///
/// Equal areas of upright polygons are equal values, whatever they were made from. Polygons have no point in
/// common but corners; outer outlines run counterclockwise from their smallest point, holes clockwise; polygons
/// and holes are sorted. Where edges of other angles cross, the crossing is rounded to the grid.
public struct Region: Hashable, Sendable {
  /// The greatest magnitude of a coordinate of an area in nanometres, 2^30.
  ///
  /// Cross products of differences then fit 64 bits; ±1.07 m is far beyond any wafer.
  public static let coordinateLimit = 1 << 30

  /// The polygons, sorted.
  public let polygons: [Polygon]

  /// Creates an empty area.
  public init() {
    polygons = []
  }

  /// Creates the union of polygons, each of which is what an odd number of its outlines surrounds.
  ///
  /// - Parameters:
  ///   - polygons: The polygons, in any order and direction.
  ///   - chordError: The greatest distance of an arc from the chord that replaces it, in nanometres.
  /// - Precondition: Coordinates are within ``coordinateLimit``; see ``accepts(_:)``.
  public init(
    _ polygons: some Sequence<Polygon>,
    chordError: Int = Outline.defaultChordError
  ) {
    self.init(merging: polygons.map { $0.flattened(chordError: chordError) })
  }

  /// Creates an area from polygons that are canonical and disjoint already, sorted here.
  init(disjoint polygons: [Polygon]) {
    self.polygons = CanonicalContours.sorted(polygons)
  }

  /// Returns whether the coordinates of a polygon are small enough for an area.
  public static func accepts(_ polygon: Polygon) -> Bool {
    let limit = Int32(coordinateLimit)
    return polygon.outlines.allSatisfy { outline in
      let box = outline.boundingBox
      return box.min.x >= -limit && box.min.y >= -limit && box.max.x <= limit && box.max.y <= limit
    }
  }

  /// Whether the area is empty.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The smallest upright box around the area; `nil` for an empty one.
  public var boundingBox: Box? {
    polygons.map(\.boundingBox).reduce(nil) { sum, box in sum.map { $0.union(box) } ?? box }
  }

  /// The exact doubled area in square nanometres.
  public var doubledArea: Int128 { polygons.reduce(0) { $0 + $1.doubledArea } }

  /// The area in square millimetres.
  public var areaMm2: Double { Polygon.areaMm2(doubled: doubledArea) }

  /// Returns whether a point lies in the area or on its boundary.
  ///
  /// - Complexity: O(*n*) in the number of polygons; corners count only where the box contains the point.
  public func contains(_ point: Point) -> Bool {
    polygons.contains { polygon in
      guard polygon.boundingBox.touches(Box(point, point)) else { return false }
      guard polygon.outer.containsOrTouches(point) else { return false }
      return !polygon.holes.contains { $0.side(of: point) == .inside }
    }
  }
}
