/// Edges by the cells of a square grid that their boxes touch, for finding pairs that are near each other.
struct EdgeGrid {
  private struct Cells {
    let x0: Int32
    let y0: Int32
    let x1: Int32
    let y1: Int32

    var count: Int { (Int(x1) - Int(x0) + 1) * (Int(y1) - Int(y0) + 1) }
  }

  private let cells: [Cells]
  private let columns: Int
  private let rows: Int
  private let origin: (x: Int, y: Int)
  private let size: Int
  private let starts: [Int32]
  private let members: [Int32]

  /// Sorts edges into cells.
  ///
  /// - Parameters:
  ///   - edges: The edges.
  ///   - reach: How far from each other the edges of a pair may be at most, in nanometres.
  init(_ edges: [BoundaryEdge], reach: Int) {
    var (left, bottom, right, top) = (Int.max, Int.max, Int.min, Int.min)
    for edge in edges {
      left = min(left, Int(edge.x0), Int(edge.x1))
      bottom = min(bottom, Int(edge.y0), Int(edge.y1))
      right = max(right, Int(edge.x0), Int(edge.x1))
      top = max(top, Int(edge.y0), Int(edge.y1))
    }
    guard !edges.isEmpty else {
      (cells, columns, rows, origin, size) = ([], 0, 0, (0, 0), 1)
      (starts, members) = ([0], [])
      return
    }
    let half = reach / 2 + 1
    let extent = Double(right - left + 1) * Double(top - bottom + 1)
    var size = max(2 * half, Int((extent / Double(edges.count)).squareRoot()) + 1)
    var assigned: [Cells] = []
    while true {
      assigned.removeAll(keepingCapacity: true)
      var total = 0
      for edge in edges {
        let cell = Cells(
          x0: Int32((Int(min(edge.x0, edge.x1)) - left) / size),
          y0: Int32((Int(min(edge.y0, edge.y1)) - bottom) / size),
          x1: Int32((Int(max(edge.x0, edge.x1)) - left + 2 * half) / size),
          y1: Int32((Int(max(edge.y0, edge.y1)) - bottom + 2 * half) / size)
        )
        total += cell.count
        assigned.append(cell)
      }
      // Long slanted edges would fill whole areas: coarser cells then.
      if total <= 12 * edges.count + 4096 { break }
      size *= 2
    }
    cells = assigned
    columns = (right - left + 2 * half) / size + 1
    rows = (top - bottom + 2 * half) / size + 1
    origin = (left, bottom)
    self.size = size
    var counts = [Int32](repeating: 0, count: columns * rows + 1)
    for cell in assigned {
      for y in Int(cell.y0)...Int(cell.y1) {
        for x in Int(cell.x0)...Int(cell.x1) { counts[y * columns + x + 1] += 1 }
      }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var sorted = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
    for (index, cell) in assigned.enumerated() {
      for y in Int(cell.y0)...Int(cell.y1) {
        for x in Int(cell.x0)...Int(cell.x1) {
          let position = Int(counts[y * columns + x])
          sorted[position] = Int32(index)
          counts[y * columns + x] += 1
        }
      }
    }
    members = sorted
  }

  /// Returns the edges whose boxes may contain a point, and some that don't.
  func edges(around point: Point) -> ArraySlice<Int32> {
    let (x, y) = (Int(point.x) - origin.x, Int(point.y) - origin.y)
    guard x >= 0, y >= 0, x / size < columns, y / size < rows else { return [] }
    let cell = y / size * columns + x / size
    return members[Int(starts[cell])..<Int(starts[cell + 1])]
  }

  /// Calls `body` once for each pair of edges whose boxes are within reach, and some that aren't.
  func forEachPair(_ body: (Int, Int) -> Void) {
    members.withUnsafeBufferPointer { members in
      cells.withUnsafeBufferPointer { cells in
        for cell in 0..<starts.count - 1 {
          let range = Int(starts[cell])..<Int(starts[cell + 1])
          guard range.count > 1 else { continue }
          let (column, row) = (Int32(cell % columns), Int32(cell / columns))
          for first in range {
            let i = Int(members[first])
            let a = cells[i]
            for second in first + 1..<range.upperBound {
              let j = Int(members[second])
              let b = cells[j]
              // A pair that meets in many cells counts in the lower left one of them.
              if max(a.x0, b.x0) == column, max(a.y0, b.y0) == row { body(i, j) }
            }
          }
        }
      }
    }
  }
}
