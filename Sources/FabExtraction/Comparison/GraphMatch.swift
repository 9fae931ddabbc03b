/// A one-to-one assignment of the nets of one connected graph to those of another that keeps every device.
enum GraphMatch {
  /// The most assignments of a net that are tried before the graphs count as different.
  static let attemptLimit = 4096

  /// Returns for each net of the first graph its partner in the second; `nil` where there's no assignment.
  static func find(_ first: CircuitGraph, _ second: CircuitGraph) -> [Int]? {
    guard first.netCount == second.netCount, first.edges.count == second.edges.count else {
      return nil
    }
    var attempts = 0
    return extend(
      (first, NetColouring(first)),
      (second, NetColouring(second)),
      target: counts(second.edges),
      attempts: &attempts
    )
  }

  private static func extend(
    _ first: (graph: CircuitGraph, colouring: NetColouring),
    _ second: (graph: CircuitGraph, colouring: NetColouring),
    target: [CircuitGraph.Edge: Int],
    attempts: inout Int
  ) -> [Int]? {
    let (ours, theirs) = (first.colouring.classes, second.colouring.classes)
    guard ours.count == theirs.count, ours.allSatisfy({ theirs[$0]?.count == $1.count }) else {
      return nil
    }
    let choice = ours.values.filter { $0.count > 1 }.min { ($0.count, $0[0]) < ($1.count, $1[0]) }
    guard let net = choice?.first else {
      let map = first.colouring.colours.map { theirs[$0]?.first ?? 0 }
      let mapped = first.graph.edges.map { edge in
        CircuitGraph.Edge(kind: edge.kind, bottom: map[edge.bottom], top: map[edge.top])
      }
      return counts(mapped) == target ? map : nil
    }
    var one = first
    one.colouring.single(out: net, in: first.graph)
    for partner in theirs[first.colouring.colours[net]] ?? [] {
      attempts += 1
      guard attempts <= attemptLimit else { return nil }
      var two = second
      two.colouring.single(out: partner, in: second.graph)
      if let map = extend(one, two, target: target, attempts: &attempts) { return map }
    }
    return nil
  }

  private static func counts(_ edges: [CircuitGraph.Edge]) -> [CircuitGraph.Edge: Int] {
    edges.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
