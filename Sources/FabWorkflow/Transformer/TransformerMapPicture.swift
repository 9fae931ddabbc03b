import FabOperators
import FabReports
import FabTransformer

/// The picture of a mapping: the operations of each layer, what carries them and how much of it.
struct TransformerMapPicture {
  let mapping: NetworkMapping
  let hash: String

  private static let kinds: [(name: String, color: ChartColor?, modes: [PCUMode])] = [
    ("weights in M1", .blue, [.synapse]), ("logarithmic PCUs", .orange, [.logarithmic]),
    ("softplus PCUs", .green, [.softplus]), ("sigmoid PCUs", .purple, [.sigmoid]),
    ("processor", .grey, []), ("wires or folded weights", nil, []),
  ]

  func svg() -> [UInt8] {
    let wafers =
      mapping.wafers.map { "\($0) wafers of \(mapping.layout.name)" }
      ?? "no wafer of \(mapping.layout.name) holds it"
    return ChainPicture(
      title: "\(mapping.network.title): what carries each operation",
      subtitles: [
        "\(mapping.network.name) \(hash.prefix(12)); \(wafers); \(mapping.passes) passes, "
          + EngineeringText.text(mapping.latencySeconds, "s")
          + " at a settling of \(EngineeringText.text(mapping.choices.settlingSeconds, "s"))"
      ],
      kinds: Self.kinds.map { .init($0.name, color: $0.color) },
      layers: LayerFold.folds(mapping).map(layer)
    )
    .svg()
  }

  private func layer(_ fold: LayerFold) -> ChainPicture.Layer {
    var chains: [ChainPicture.Chain] = []
    for operation in fold.mapping.operations {
      let parts = operation.operation.name.split(separator: ".", maxSplits: 1).map(String.init)
      let chain = parts.count > 1 ? parts[0] : ""
      if chains.last?.name != chain { chains.append(.init(chain, links: [])) }
      chains[chains.count - 1].links.append(link(operation, name: parts.last ?? ""))
    }
    let layer = fold.mapping
    return ChainPicture.Layer(
      fold.title,
      summary: "\(layer.weightPCUs) PCUs hold weights in \(layer.arrays) arrays, "
        + "\(layer.operatorPCUs.total) PCUs compute, \(layer.passes) passes",
      chains: chains
    )
  }

  private func link(_ mapping: OperationMapping, name: String) -> ChainPicture.Link {
    var lines: [String] = []
    var kind = Self.kinds.count - 1
    if mapping.weightPCUs > 0 {
      kind = 0
      lines = ["\(mapping.weightPCUs) PCUs", "\(mapping.arrays) arrays"]
    } else if mapping.conversions > 0 {
      kind = Self.kinds.count - 2
      lines = ["\(mapping.conversions) conv."]
    } else if mapping.operatorPCUs.total > 0 {
      let modes = mapping.operatorPCUs
      // What tells it from others: the mode of an activation, not of its multiplier.
      let order: [PCUMode] = [.sigmoid, .softplus, .logarithmic, .synapse]
      let mode = order.first { modes[$0] > 0 } ?? .logarithmic
      kind = Self.kinds.firstIndex { $0.modes.contains(mode) } ?? kind
      lines = ["\(modes.total) PCUs"]
    } else {
      lines = ["no PCU"]
    }
    if mapping.passes > 0 {
      lines.append("\(mapping.passes) \(mapping.passes == 1 ? "pass" : "passes")")
    }
    return ChainPicture.Link(name, lines: lines, kind: kind)
  }
}
