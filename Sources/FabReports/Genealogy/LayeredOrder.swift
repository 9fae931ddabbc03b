/// The order of nodes within layers that makes few edges cross.
///
/// > Source: K. Sugiyama, S. Tagawa, M. Toda, *Methods for Visual Understanding of Hierarchical System
/// > Structures*, IEEE Trans. SMC 11, 109 (1981), doi 10.1109/TSMC.1981.4308636: barycentres, swept to and fro.
struct LayeredOrder {
  /// The nodes of each layer from the top.
  private(set) var layers: [[Int]]
  private let edges: [(Int, Int)]
  private let layerOf: [Int]

  /// Orders nodes.
  ///
  /// - Parameters:
  ///   - layerOf: The layer of each node, from 0.
  ///   - edges: Pairs of nodes; those that skip layers count too.
  init(layerOf: [Int], edges: [(Int, Int)]) {
    self.layerOf = layerOf
    self.edges = edges
    layers = Array(repeating: [], count: (layerOf.max() ?? -1) + 1)
    for (node, layer) in layerOf.enumerated() { layers[layer].append(node) }
    var best = layers
    var fewest = crossings
    // The sweeps settle within a few rounds; the best order met is kept, since a sweep may also do worse.
    for round in 0..<8 where fewest > 0 {
      sweep(isForward: round.isMultiple(of: 2))
      if crossings < fewest {
        fewest = crossings
        best = layers
      }
    }
    layers = best
  }

  /// The number of crossings between edges of the same two layers.
  var crossings: Int {
    let places = places
    var count = 0
    let sorted = edges.map { ($0, (places[$0.0], places[$0.1])) }
    for (index, one) in sorted.enumerated() {
      for other in sorted[(index + 1)...]
      where layerOf[one.0.0] == layerOf[other.0.0] && layerOf[one.0.1] == layerOf[other.0.1] {
        if (one.1.0 - other.1.0) * (one.1.1 - other.1.1) < 0 { count += 1 }
      }
    }
    return count
  }

  private var places: [Int] {
    var places = Array(repeating: 0, count: layerOf.count)
    for layer in layers {
      for (place, node) in layer.enumerated() { places[node] = place }
    }
    return places
  }

  private mutating func sweep(isForward: Bool) {
    let order = isForward ? Array(layers.indices) : layers.indices.reversed()
    for layer in order {
      let places = places
      // Relative places, so that layers of different lengths compare.
      func height(_ node: Int) -> Double {
        (Double(places[node]) + 0.5) / Double(max(1, layers[layerOf[node]].count))
      }
      var sums: [Int: (sum: Double, count: Int)] = [:]
      for (from, to) in edges {
        let (node, other) = isForward ? (to, from) : (from, to)
        guard layerOf[node] == layer, layerOf[other] != layer else { continue }
        let old = sums[node] ?? (0, 0)
        sums[node] = (old.sum + height(other), old.count + 1)
      }
      let keys = layers[layer]
        .map { node in (node, sums[node].map { $0.sum / Double($0.count) } ?? height(node)) }
      layers[layer] = keys.enumerated()
        .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        .map(\.element.0)
    }
  }
}
