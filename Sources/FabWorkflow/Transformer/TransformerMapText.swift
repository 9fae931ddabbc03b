import FabOperators
import FabTransformer

/// The mapping of a network for people.
struct TransformerMapText: CustomStringConvertible {
  let mapping: NetworkMapping
  let hash: String

  var description: String {
    let network = mapping.network
    let layout = mapping.layout
    return "\(network.title)\n\(network.name) \(hash.prefix(12)) on \(layout.name): "
      + "\(layout.arrayCount) arrays of \(layout.arrayRows) x \(layout.arrayColumns) and "
      + "\(layout.singlePCUs) single PCUs a wafer\n\n"
      + layers + "\n" + totals + "\n" + unmapped
  }

  private var layers: String {
    var table = TextTable([
      ("layer", .left), ("weights", .right), ("MAC", .right), ("of them dynamic", .right),
      ("arrays", .right), ("operator PCUs", .right), ("passes", .right),
    ])
    let operations = Dictionary(
      mapping.network.layers.map { ($0.name, $0.operations) }
    ) { first, _ in first }
    for fold in LayerFold.folds(mapping) {
      let all = operations[fold.names[0]] ?? []
      table.rows.append([
        fold.title, "\(all.reduce(0) { $0 + $1.staticWeights })",
        "\(all.reduce(0) { $0 + $1.staticMacs + $1.dynamicMacs })",
        "\(all.reduce(0) { $0 + $1.dynamicMacs })", "\(fold.mapping.arrays)",
        "\(fold.mapping.operatorPCUs.total)", "\(fold.mapping.passes)",
      ])
    }
    return table.text
  }

  private var totals: String {
    let network = mapping.network
    let modes = PCUMode.allCases.filter { mapping.pcusByMode[$0] > 0 }
      .map { "\($0.rawValue) \(mapping.pcusByMode[$0])" }
    var rows = [
      ["weights", "\(network.staticWeights), two PCUs each"],
      ["MAC", "\(network.staticMacs) static, \(network.dynamicMacs) dynamic"],
      ["PCUs", modes.joined(separator: ", ")],
      [
        "arrays",
        "\(mapping.arrays)"
          + (mapping.utilisation.map {
            ", \(LayoutText.decimals(100 * $0, 1)) % of their PCUs hold a weight"
          } ?? ""),
      ],
      ["wafers", mapping.wafers.map { "\($0) of this layout" } ?? "none: the layout has no array"],
      [
        "passes",
        "\(mapping.passes), rows of tokens one after the other, \(mapping.choices.rowsAtOnce) at once",
      ],
      [
        "latency",
        EngineeringText.text(mapping.latencySeconds, "s")
          + " at a settling of \(EngineeringText.text(mapping.choices.settlingSeconds, "s"))",
      ],
      [
        "conversions",
        "\(mapping.edgeConversions) at the edges, \(mapping.innerConversions) inside",
      ],
      ["held", "\(mapping.heldValues) keys and values at once, in sample-and-hold stages"],
      ["softmax", mapping.choices.softmax.rawValue],
    ]
    for remark in mapping.substitutions { rows.append(["instead", remark]) }
    return rows.map { $0[0].padded(to: 12) + $0[1] + "\n" }.joined()
  }

  private var unmapped: String {
    let parts = mapping.unmapped
    guard !parts.isEmpty else { return "everything is mapped\n" }
    return "not on PCUs:\n" + parts.map { "  \($0.name): \($0.reason)\n" }.joined()
  }
}

extension String {
  /// The text with spaces up to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
