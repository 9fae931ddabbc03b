import FabGeometry
import FabRecipe

/// Upright edges of conductor pieces, to find those that lie along each other from both sides.
struct AbuttingEdges {
  private struct Edge {
    /// The level, the axis and the coordinate of the line that the edge lies on.
    let line: UInt64
    let from: Int32
    let to: Int32
    let node: Int32
  }

  /// Edges with their piece to the left of or below them.
  private var uppers: [Edge] = []
  /// Edges with their piece to the right of or above them.
  private var lowers: [Edge] = []

  mutating func reserveCapacity(_ count: Int) {
    uppers.reserveCapacity(count)
    lowers.reserveCapacity(count)
  }

  /// An edge of a piece on a level, from the piece's or cell's origin.
  struct Side {
    let level: Int
    let isVertical: Bool
    let isUpper: Bool
    let coordinate: Int32
    let from: Int32
    let to: Int32
    let piece: Int

    /// Returns the upright edges of a piece; slanted ones can't lie along the side of a box.
    static func sides(of polygon: Polygon, level: Int, piece: Int) -> [Side] {
      polygon.outlines.flatMap { outline -> [Side] in
        var previous = outline.vertices[outline.vertices.count - 1].point
        return outline.vertices.compactMap { vertex in
          let (a, b) = (previous, vertex.point)
          previous = b
          // The piece lies to the left of its edges.
          if a.x == b.x {
            return Side(
              level: level,
              isVertical: true,
              isUpper: b.y > a.y,
              coordinate: a.x,
              from: min(a.y, b.y),
              to: max(a.y, b.y),
              piece: piece
            )
          }
          guard a.y == b.y else { return nil }
          return Side(
            level: level,
            isVertical: false,
            isUpper: b.x < a.x,
            coordinate: a.y,
            from: min(a.x, b.x),
            to: max(a.x, b.x),
            piece: piece
          )
        }
      }
    }

    /// Whether the edge lies on a side of a box.
    func lies(on box: Box) -> Bool {
      isVertical
        ? coordinate == (isUpper ? box.max.x : box.min.x)
        : coordinate == (isUpper ? box.max.y : box.min.y)
    }
  }

  /// Adds an edge at a place.
  mutating func add(_ side: Side, at offset: Point, node: Int) {
    let (across, along) = side.isVertical ? (offset.x, offset.y) : (offset.y, offset.x)
    let axis = UInt64(side.level) << 33 | (side.isVertical ? 1 << 32 : 0)
    let edge = Edge(
      line: axis | UInt64(UInt32(bitPattern: side.coordinate &+ across)),
      from: side.from &+ along,
      to: side.to &+ along,
      node: Int32(node)
    )
    if side.isUpper { uppers.append(edge) } else { lowers.append(edge) }
  }

  /// Calls `body` with the nodes of two pieces that have part of an edge in common.
  ///
  /// - Complexity: O(*n* log *n*); edges of one side of a line never overlap, since pieces don't.
  func forEachPair(_ body: (Int, Int) -> Void) {
    func order(_ one: Edge, _ two: Edge) -> Bool {
      one.line != two.line ? one.line < two.line : one.from < two.from
    }
    let (first, second) = (uppers.sorted(by: order), lowers.sorted(by: order))
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      let (a, b) = (first[i], second[j])
      if a.line != b.line {
        if a.line < b.line { i += 1 } else { j += 1 }
        continue
      }
      if min(a.to, b.to) > max(a.from, b.from) { body(Int(a.node), Int(b.node)) }
      if a.to < b.to { i += 1 } else { j += 1 }
    }
  }
}
