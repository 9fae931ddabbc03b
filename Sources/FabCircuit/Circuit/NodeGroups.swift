/// Nodes grouped by what connects them (a union-find forest).
struct NodeGroups {
  private var parents: [Int]

  /// Creates a group for every node.
  init(count: Int) { parents = Array(0..<count) }

  /// Returns the node that stands for the group of a node.
  mutating func root(_ node: Int) -> Int {
    var root = node
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  /// Joins the groups of two nodes; `false` where it is one already.
  mutating func join(_ one: Int, _ two: Int) -> Bool {
    let (first, second) = (root(one), root(two))
    guard first != second else { return false }
    parents[max(first, second)] = min(first, second)
    return true
  }
}
