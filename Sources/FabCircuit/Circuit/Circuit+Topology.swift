extension Circuit {
  /// Checks that every node has a conducting path to ground and that no loop consists of ideal sources.
  ///
  /// - Parameter capacitorsConduct: Whether currents of capacitors count, as they do while time passes.
  /// - Throws: ``CircuitError/floatingNodes(_:)``, ``CircuitError/sourceLoop(elements:)``.
  func checkTopology(capacitorsConduct: Bool = false) throws(CircuitError) {
    var groups = NodeGroups(count: nodeNames.count)
    for element in elements {
      let isOpenCapacitor = if case .capacitor = element.kind { !capacitorsConduct } else { false }
      let isSource = if case .currentSource = element.kind { true } else { false }
      guard !isOpenCapacitor, !isSource else { continue }
      let (one, two) = element.kind.terminals
      _ = groups.join(one.index, two.index)
    }
    let floating = nodeNames.indices.filter { groups.root($0) != 0 }
    guard floating.isEmpty else { throw .floatingNodes(floating.map { nodeNames[$0] }) }
    if let loop = sourceLoop() { throw .sourceLoop(elements: loop) }
  }

  /// Returns the names of elements with branch currents that form a loop; `nil` where there is none.
  private func sourceLoop() -> [String]? {
    var groups = NodeGroups(count: nodeNames.count)
    var neighbours: [Int: [(node: Int, element: String)]] = [:]
    for element in elements where element.kind.hasBranchCurrent {
      let (one, two) = (element.kind.terminals.0.index, element.kind.terminals.1.index)
      guard groups.join(one, two) else {
        return path(from: one, to: two, along: neighbours) + [element.name]
      }
      neighbours[one, default: []].append((two, element.name))
      neighbours[two, default: []].append((one, element.name))
    }
    return nil
  }

  /// Returns the elements between two nodes of a forest.
  private func path(
    from start: Int,
    to end: Int,
    along neighbours: [Int: [(node: Int, element: String)]]
  ) -> [String] {
    var arrival: [Int: (node: Int, element: String)] = [start: (start, "")]
    var queue = [start]
    while let node = queue.popLast(), node != end {
      for next in neighbours[node] ?? [] where arrival[next.node] == nil {
        arrival[next.node] = (node, next.element)
        queue.append(next.node)
      }
    }
    var result: [String] = []
    var node = end
    while node != start, let step = arrival[node] {
      result.append(step.element)
      node = step.node
    }
    return result.reversed()
  }
}
