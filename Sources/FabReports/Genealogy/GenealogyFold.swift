/// A genealogy whose layers are no longer than a page: nodes beyond the limit are one, with their number.
struct GenealogyFold {
  private(set) var nodes: [GenealogyNode] = []
  private(set) var edges: [(Int, Int)] = []

  /// Folds what a layer has too many of.
  ///
  /// Highlighted nodes come first and stay; of the others those stay that come first.
  init(nodes all: [GenealogyNode], edges given: [GenealogyEdge], layers: [String], limit: Int) {
    let limit = max(2, limit)
    var index: [String: Int] = [:]
    for layer in layers.indices {
      let members = all.filter { $0.layer == layer }
      let sorted = members.filter(\.isHighlighted) + members.filter { !$0.isHighlighted }
      let isLong = sorted.count > limit
      let kept = Set((isLong ? sorted.prefix(limit - 1) : sorted[...]).map(\.id))
      // The order of the list, not that of the selection.
      for node in members where kept.contains(node.id) && index[node.id] == nil {
        index[node.id] = nodes.count
        nodes.append(node)
      }
      guard isLong else { continue }
      let folded = members.filter { !kept.contains($0.id) }
      for node in folded { index[node.id] = nodes.count }
      nodes.append(
        GenealogyNode(
          id: "",
          layer: layer,
          title: "and \(folded.count) more",
          detail: "of \(members.count)"
        )
      )
    }
    var seen: Set<[Int]> = []
    for edge in given {
      guard let from = index[edge.from], let to = index[edge.to], from != to,
        seen.insert([from, to]).inserted
      else { continue }
      edges.append((from, to))
    }
  }
}
