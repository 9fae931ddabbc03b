/// Groups of boxes that touch directly or through others.
struct BoxClusters {
  /// The indices of the boxes of each group, ascending; groups in the order of their first box.
  let members: [[Int]]

  /// From how many boxes on a grid finds pairs faster than a sweep.
  private static let gridThreshold = 256

  /// Groups boxes.
  ///
  /// - Complexity: O(*n*) for *n* evenly spread boxes, whether they are about equal or reach across many others.
  init(_ boxes: [Box]) {
    var sets = Parents(count: boxes.count)
    if boxes.count < Self.gridThreshold {
      Self.sweep(boxes, joining: &sets)
    } else {
      let diagonals = boxes.map { box in
        BoundaryEdge(x0: box.min.x, y0: box.min.y, x1: box.max.x, y1: box.max.y, polygon: 0)
      }
      EdgeGrid(diagonals, reach: 0)
        .forEachPair { one, other in
          if boxes[one].touches(boxes[other]) { sets.join(one, other) }
        }
    }
    var groupOfRoot: [Int] = Array(repeating: -1, count: boxes.count)
    var groups: [[Int]] = []
    for index in boxes.indices {
      let root = sets.root(index)
      if groupOfRoot[root] < 0 {
        groupOfRoot[root] = groups.count
        groups.append([])
      }
      groups[groupOfRoot[root]].append(index)
    }
    members = groups
  }

  /// Finds touching pairs by a sweep from left to right.
  private static func sweep(_ boxes: [Box], joining sets: inout Parents) {
    var active: [Int] = []
    for index in boxes.indices.sorted(by: { boxes[$0].min.x < boxes[$1].min.x }) {
      let box = boxes[index]
      var kept = 0
      for position in active.indices {
        let other = active[position]
        guard boxes[other].max.x >= box.min.x else { continue }
        active[kept] = other
        kept += 1
        if boxes[other].min.y <= box.max.y, boxes[other].max.y >= box.min.y {
          sets.join(index, other)
        }
      }
      active.removeSubrange(kept...)
      active.append(index)
    }
  }

  /// Sets of indices; the smallest stands for its set.
  private struct Parents {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }

    mutating func join(_ one: Int, _ other: Int) {
      let (first, second) = (root(one), root(other))
      if first != second { parents[max(first, second)] = min(first, second) }
    }
  }
}
