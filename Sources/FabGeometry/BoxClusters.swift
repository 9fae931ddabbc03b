/// Groups of boxes that touch directly or through others.
struct BoxClusters {
  /// The indices of the boxes of each group, ascending; groups in the order of their first box.
  let members: [[Int]]

  /// Groups boxes by a sweep from left to right.
  ///
  /// - Complexity: O(*n* (log *n* + *a*)) where *a* is the number of boxes at one x.
  init(_ boxes: [Box]) {
    var parents = Array(boxes.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
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
          let (first, second) = (root(index), root(other))
          if first != second { parents[max(first, second)] = min(first, second) }
        }
      }
      active.removeSubrange(kept...)
      active.append(index)
    }
    var groupOfRoot: [Int] = Array(repeating: -1, count: boxes.count)
    var groups: [[Int]] = []
    for index in boxes.indices {
      let root = root(index)
      if groupOfRoot[root] < 0 {
        groupOfRoot[root] = groups.count
        groups.append([])
      }
      groups[groupOfRoot[root]].append(index)
    }
    members = groups
  }
}
