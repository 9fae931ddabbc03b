import FabGeometry

/// Divides a straight polygon into parts without holes and with few vertices, exactly.
///
/// Goals, in order: the parts cover the polygon and nothing else to the last square nanometre; no part
/// has a hole, a slit or a point twice; there are few parts. Every cut joins two corners of the
/// polygon, so that no new point has to be rounded to the grid. Holes are joined to the outer boundary
/// by bridges, the ring is divided into triangles by cutting ears, and the triangles grow together again
/// across their common edges, bridges excepted.
struct SimpleParts {
  /// The corners of the ring; those at the ends of bridges appear twice.
  private(set) var ring: [Point]
  private let maximumVertices: Int

  /// Returns the parts, or `nil` where the outlines cross or touch so that they bound no area.
  ///
  /// - Complexity: O(*n* · *r*) for *n* corners of which *r* are reflex.
  static func parts(of polygon: Polygon, maximumVertices: Int) -> [[Point]]? {
    guard let outer = PointRing.counterclockwise(polygon.outer.points) else { return nil }
    if polygon.holes.isEmpty, outer.count <= maximumVertices { return [outer] }
    var area = PointRing.doubleArea(outer)
    var holes: [[Point]] = []
    for hole in polygon.holes {
      guard let ring = PointRing.counterclockwise(hole.points) else { return nil }
      area -= PointRing.doubleArea(ring)
      holes.append(ring.reversed())
    }
    guard let ring = HoleBridges.ring(outer: outer, holes: holes) else { return nil }
    let division = SimpleParts(ring: ring, maximumVertices: max(3, maximumVertices))
    guard let triangles = division.triangles() else { return nil }
    let parts = division.grown(triangles)
    guard parts.reduce(0, { $0 + PointRing.doubleArea($1) }) == area else { return nil }
    return parts
  }

  /// Cuts ears off the ring until nothing is left.
  private func triangles() -> [Triangle]? {
    var next = ring.indices.map { ($0 + 1) % ring.count }
    var previous = ring.indices.map { ($0 + ring.count - 1) % ring.count }
    var isReflex = ring.indices.map {
      PointRing.turn(ring[previous[$0]], ring[$0], ring[next[$0]]) < 0
    }
    var reflex = ring.indices.filter { isReflex[$0] }
    var result: [Triangle] = []
    var left = ring.count
    var current = 0
    var misses = 0
    while left > 2 {
      let (before, after) = (previous[current], next[current])
      let turn = PointRing.turn(ring[before], ring[current], ring[after])
      let isFlat = turn == 0
      let isEar =
        turn > 0
        && !reflex.contains { corner in
          isReflex[corner] && isInside(corner, before, current, after)
        }
      guard isFlat || isEar else {
        misses += 1
        guard misses <= left else { return nil }
        current = after
        continue
      }
      if isEar { result.append(Triangle(before, current, after)) }
      next[before] = after
      previous[after] = before
      isReflex[current] = false
      for corner in [before, after] where isReflex[corner] {
        isReflex[corner] =
          PointRing.turn(ring[previous[corner]], ring[corner], ring[next[corner]]) < 0
      }
      if left.isMultiple(of: 64) { reflex.removeAll { !isReflex[$0] } }
      left -= 1
      misses = 0
      // Going on two corners further keeps the triangles of a circle from becoming a fan.
      current = next[after]
    }
    return result
  }

  /// Whether a corner lies in or on the triangle and isn't at one of its corners.
  private func isInside(_ corner: Int, _ first: Int, _ second: Int, _ third: Int) -> Bool {
    let point = ring[corner]
    let (a, b, c) = (ring[first], ring[second], ring[third])
    guard point != a, point != b, point != c else { return false }
    return PointRing.turn(a, b, point) >= 0 && PointRing.turn(b, c, point) >= 0
      && PointRing.turn(c, a, point) >= 0
  }

  /// Joins triangles with common edges into parts that have no point twice.
  private func grown(_ triangles: [Triangle]) -> [[Point]] {
    var trianglesByEdge: [Edge: Int] = [:]
    for (index, triangle) in triangles.enumerated() {
      for edge in triangle.edges { trianglesByEdge[edge] = index }
    }
    var isUsed = triangles.map { _ in false }
    var parts: [[Point]] = []
    for seed in triangles.indices where !isUsed[seed] {
      isUsed[seed] = true
      let first = triangles[seed]
      var following = [first.a: first.b, first.b: first.c, first.c: first.a]
      var points: Set<Point> = [ring[first.a], ring[first.b], ring[first.c]]
      var open = first.edges
      var position = 0
      while position < open.count {
        let edge = open[position]
        position += 1
        guard
          points.count < maximumVertices, let index = trianglesByEdge[edge.reversed],
          !isUsed[index], let tip = triangles[index].corner(opposite: edge.reversed),
          points.insert(ring[tip]).inserted
        else { continue }
        isUsed[index] = true
        following[edge.start] = tip
        following[tip] = edge.end
        open.append(Edge(start: edge.start, end: tip))
        open.append(Edge(start: tip, end: edge.end))
      }
      var part: [Point] = []
      var corner = first.a
      repeat {
        part.append(ring[corner])
        corner = following[corner] ?? first.a
      } while corner != first.a
      parts.append(part)
    }
    return parts
  }

  private struct Edge: Hashable {
    let start: Int
    let end: Int
    var reversed: Edge { Edge(start: end, end: start) }
  }

  private struct Triangle {
    let a: Int
    let b: Int
    let c: Int

    init(_ a: Int, _ b: Int, _ c: Int) {
      self.a = a
      self.b = b
      self.c = c
    }

    var edges: [Edge] {
      [Edge(start: a, end: b), Edge(start: b, end: c), Edge(start: c, end: a)]
    }

    func corner(opposite edge: Edge) -> Int? {
      switch edge {
      case Edge(start: a, end: b): c
      case Edge(start: b, end: c): a
      case Edge(start: c, end: a): b
      default: nil
      }
    }
  }
}
