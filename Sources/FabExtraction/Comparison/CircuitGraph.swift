/// Devices between nets without names or places: what a match by structure looks at.
struct CircuitGraph {
  /// A device between two nets.
  struct Edge: Hashable {
    /// The number of its component.
    let kind: Int
    /// The net of its first film.
    let bottom: Int
    /// The net of its last film.
    let top: Int
  }

  /// The number of nets.
  let netCount: Int
  /// The devices.
  let edges: [Edge]

  /// The devices of each connected part, nets without a device left aside.
  func parts() -> [[Int]] {
    var sets = DisjointSets(count: netCount)
    for edge in edges { sets.join(edge.bottom, edge.top) }
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for (index, edge) in edges.enumerated() {
      let root = sets.root(of: edge.bottom)
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(index)
    }
    return order.map { members[$0] ?? [] }
  }

  /// Returns a part as a graph of its own, with the original numbers of its nets.
  func part(_ devices: [Int]) -> (graph: CircuitGraph, nets: [Int]) {
    var numbers: [Int: Int] = [:]
    var nets: [Int] = []
    func number(_ net: Int) -> Int {
      if let known = numbers[net] { return known }
      numbers[net] = nets.count
      nets.append(net)
      return nets.count - 1
    }
    let edges = devices.map { index in
      let edge = self.edges[index]
      return Edge(kind: edge.kind, bottom: number(edge.bottom), top: number(edge.top))
    }
    return (CircuitGraph(netCount: nets.count, edges: edges), nets)
  }
}
