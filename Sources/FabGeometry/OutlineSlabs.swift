/// The edges of a long outline by the slabs across its longer side that they reach into.
///
/// A line with hundreds of tabs has a few edges beside any point: only those decide where the point lies.
struct OutlineSlabs {
  /// From how many corners on slabs pay.
  static let threshold = 24

  private let low: Int
  private let size: Int
  private let isAlongX: Bool
  private let starts: [Int32]
  private let edges: [(from: Point, to: Point)]

  /// Sorts the edges of a straight outline into slabs.
  init(_ outline: Outline) {
    let box = outline.boundingBox
    isAlongX = box.width > box.height
    low = Int(isAlongX ? box.min.x : box.min.y)
    let length = isAlongX ? box.width : box.height
    let count = Swift.max(1, outline.vertices.count / 4)
    let size = length / count + 1
    self.size = size
    let (low, isAlongX) = (low, isAlongX)
    func slabs(_ from: Point, _ to: Point) -> ClosedRange<Int> {
      let first = (Int(isAlongX ? from.x : from.y) - low) / size
      let last = (Int(isAlongX ? to.x : to.y) - low) / size
      return Swift.min(first, last)...Swift.max(first, last)
    }
    var counts = [Int32](repeating: 0, count: count + 2)
    var all: [(from: Point, to: Point)] = []
    all.reserveCapacity(outline.vertices.count)
    var previous = outline.vertices[outline.vertices.count - 1].point
    for vertex in outline.vertices {
      all.append((previous, vertex.point))
      for slab in slabs(previous, vertex.point) { counts[slab + 1] += 1 }
      previous = vertex.point
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var sorted = [(from: Point, to: Point)](
      repeating: (.zero, .zero),
      count: Int(counts[counts.count - 1])
    )
    for edge in all {
      for slab in slabs(edge.from, edge.to) {
        sorted[Int(counts[slab])] = edge
        counts[slab] += 1
      }
    }
    edges = sorted
  }

  /// Returns where a point lies relative to the outline by the even-odd rule, as ``Outline/side(of:)`` does.
  func side(of point: Point) -> Outline.Side {
    let place = Int(isAlongX ? point.x : point.y) - low
    guard place >= 0, place / size + 1 < starts.count else { return .outside }
    let slab = place / size
    var isInside = false
    for index in Int(starts[slab])..<Int(starts[slab + 1]) {
      let (from, to) = edges[index]
      let turn = CanonicalContours.turn(from, to, point)
      if turn == 0, Box(from, to).touches(Box(point, point)) { return .on }
      // A ray along the shorter side crosses the edges of this slab alone.
      if isAlongX {
        if (from.x > point.x) != (to.x > point.x), (turn > 0) == (to.x < from.x) {
          isInside.toggle()
        }
      } else if (from.y > point.y) != (to.y > point.y), (turn > 0) == (to.y > from.y) {
        isInside.toggle()
      }
    }
    return isInside ? .inside : .outside
  }
}
