/// A directed straight edge; what is measured lies to its left.
struct BoundaryEdge {
  let x0: Int32
  let y0: Int32
  let x1: Int32
  let y1: Int32
  /// The number of the polygon that the edge bounds.
  let polygon: Int32

  /// The edge in the opposite direction.
  var reversed: BoundaryEdge { BoundaryEdge(x0: x1, y0: y1, x1: x0, y1: y0, polygon: polygon) }

  private var dx: Int { Int(x1) - Int(x0) }
  private var dy: Int { Int(y1) - Int(y0) }

  /// Returns the place where the left sides of two edges face each other within a limit, `nil` where they don't.
  ///
  /// Edges face each other if their directions differ by more than a quarter turn and each has a part to
  /// the left of the other; the Euclidean distance of these parts counts. Edges with a common end count only
  /// where they can't be neighbours in one outline.
  func facing(
    _ other: BoundaryEdge,
    below limit: Double,
    mayBeNeighbours: Bool = true
  ) -> NarrowPlace? {
    guard dx * other.dx < -(dy * other.dy) else { return nil }
    let (otherStart, otherEnd) = (side(other.x0, other.y0), side(other.x1, other.y1))
    guard max(otherStart, otherEnd) > 0 else { return nil }
    let (start, end) = (other.side(x0, y0), other.side(x1, y1))
    guard max(start, end) > 0, !mayBeNeighbours || !sharesEnd(with: other) else { return nil }
    let mine = part(leftOf: other, start: start, end: end)
    let theirs = other.part(leftOf: self, start: otherStart, end: otherEnd)
    return mine.place(facing: theirs, below: limit)
  }

  /// Returns the part that two edges of opposite directions on one line have in common, a place of distance 0.
  func coinciding(with other: BoundaryEdge) -> NarrowPlace? {
    guard
      dx * other.dx < -(dy * other.dy), side(other.x0, other.y0) == 0, side(other.x1, other.y1) == 0
    else { return nil }
    let mine = Box(Point(x: x0, y: y0), Point(x: x1, y: y1))
    let theirs = Box(Point(x: other.x0, y: other.y0), Point(x: other.x1, y: other.y1))
    return mine.intersection(theirs).map { NarrowPlace(distance: 0, box: $0) }
  }

  /// The length in nanometres.
  var length: Double {
    let (x, y) = (Double(dx), Double(dy))
    return (x * x + y * y).squareRoot()
  }

  /// Returns how long the edge and another run beside each other, seen across this one.
  func commonLength(with other: BoundaryEdge) -> Double {
    let (ux, uy) = (Double(dx) / length, Double(dy) / length)
    let start = (Double(other.x0) - Double(x0)) * ux + (Double(other.y0) - Double(y0)) * uy
    let end = (Double(other.x1) - Double(x0)) * ux + (Double(other.y1) - Double(y0)) * uy
    return min(length, max(start, end)) - max(0, min(start, end))
  }

  /// The sign of the turn from the edge to a point: 1 on its left, 0 on its line.
  func side(_ x: Int32, _ y: Int32) -> Int {
    let left = dx * (Int(y) - Int(y0))
    let right = dy * (Int(x) - Int(x0))
    return left > right ? 1 : (left < right ? -1 : 0)
  }

  private func sharesEnd(with other: BoundaryEdge) -> Bool {
    (x0 == other.x0 && y0 == other.y0) || (x1 == other.x1 && y1 == other.y1)
      || (x0 == other.x1 && y0 == other.y1) || (x1 == other.x0 && y1 == other.y0)
  }

  private func part(leftOf other: BoundaryEdge, start: Int, end: Int) -> Segment {
    var segment = Segment(x0: Double(x0), y0: Double(y0), x1: Double(x1), y1: Double(y1))
    guard start < 0 || end < 0 else { return segment }
    let (fx, fy) = (Double(other.dx), Double(other.dy))
    let height = fx * (segment.y0 - Double(other.y0)) - fy * (segment.x0 - Double(other.x0))
    let slope = fx * Double(dy) - fy * Double(dx)
    let t = -height / slope
    let (x, y) = (segment.x0 + t * Double(dx), segment.y0 + t * Double(dy))
    if start < 0 {
      segment.x0 = x
      segment.y0 = y
    } else {
      segment.x1 = x
      segment.y1 = y
    }
    return segment
  }
}

extension BoundaryEdge {
  /// A straight piece between points off the grid.
  struct Segment {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double

    /// Returns the shortest distance to another segment and a box around all shortest connections.
    func place(facing other: Segment, below limit: Double) -> NarrowPlace? {
      let feet = (
        other.foot(x0, y0), other.foot(x1, y1), foot(other.x0, other.y0), foot(other.x1, other.y1)
      )
      let square = min(min(feet.0.square, feet.1.square), min(feet.2.square, feet.3.square))
      let distance = square.squareRoot()
      guard distance < limit else { return nil }
      var bounds = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
      // Parallel edges have a shortest connection at either end of the part where they overlap.
      let tie = square + max(1e-3, square * 1e-9)
      func include(_ foot: Foot, _ x: Double, _ y: Double) {
        guard foot.square <= tie else { return }
        bounds.0 = min(bounds.0, foot.x, x)
        bounds.1 = min(bounds.1, foot.y, y)
        bounds.2 = max(bounds.2, foot.x, x)
        bounds.3 = max(bounds.3, foot.y, y)
      }
      include(feet.0, x0, y0)
      include(feet.1, x1, y1)
      include(feet.2, other.x0, other.y0)
      include(feet.3, other.x1, other.y1)
      return NarrowPlace(
        distance: distance,
        box: Box(
          Int(bounds.0.rounded(.down)),
          Int(bounds.1.rounded(.down)),
          Int(bounds.2.rounded(.up)),
          Int(bounds.3.rounded(.up))
        )
      )
    }

    private struct Foot {
      let x: Double
      let y: Double
      let square: Double
    }

    private func foot(_ x: Double, _ y: Double) -> Foot {
      let (dx, dy) = (x1 - x0, y1 - y0)
      let length = dx * dx + dy * dy
      let along = (x - x0) * dx + (y - y0) * dy
      let t = length > 0 ? min(1, max(0, along / length)) : 0
      let (u, v) = t == 1 ? (x1, y1) : (x0 + t * dx, y0 + t * dy)
      return Foot(x: u, y: v, square: (x - u) * (x - u) + (y - v) * (y - v))
    }
  }
}
