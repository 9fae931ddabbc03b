public import FabOperators

/// What it takes to run a network on wafers of a layout.
///
/// Weights stay where they are programmed. The units of operators serve one layer after the other. In a layer rows of tokens
/// follow each other, ``MappingChoices/rowsAtOnce`` together; an operation's next row begins when its last has settled.
public struct NetworkMapping: Sendable {
  /// The network.
  public let network: Network
  /// The layout.
  public let layout: LayoutCapacity
  /// What was chosen.
  public let choices: MappingChoices
  /// The layers.
  public let layers: [LayerMapping]

  /// Maps a network.
  public init(_ network: Network, layout: LayoutCapacity, choices: MappingChoices) {
    self.network = network
    self.layout = layout
    self.choices = choices
    let mapper = OperationMapper(layout: layout, choices: choices)
    layers = network.layers.map { layer in
      LayerMapping(
        name: layer.name,
        operations: layer.operations.map(mapper.mapping),
        heldValues: layer.heldValues
      )
    }
  }

  /// Units that hold weights.
  public var weightPCUs: Int { layers.reduce(0) { $0 + $1.weightPCUs } }
  /// Arrays that hold them.
  public var arrays: Int { layers.reduce(0) { $0 + $1.arrays } }
  /// Units of operators, enough for the layer that needs most.
  public var operatorPCUs: ModeCounts {
    layers.reduce(ModeCounts()) { $0.union($1.operatorPCUs) }
  }
  /// All units by mode.
  public var pcusByMode: ModeCounts { ModeCounts(.synapse, weightPCUs) + operatorPCUs }
  /// Passes one after the other.
  public var passes: Int { layers.reduce(0) { $0 + $1.passes } }
  /// From input to output, in second.
  public var latencySeconds: Double { Double(passes) * choices.settlingSeconds }
  /// Conversions of what comes in and goes out.
  public var edgeConversions: Int {
    (network.inputs + network.outputs).reduce(0) { $0 + $1.tokenCount * $1.width }
  }
  /// Conversions inside.
  public var innerConversions: Int { layers.reduce(0) { $0 + $1.conversions } }
  /// Numbers that wait in the layer that has most of them.
  public var heldValues: Int { layers.map(\.heldValues).max() ?? 0 }
  /// The share of the arrays' units that hold a weight; `nil` without arrays.
  public var utilisation: Double? {
    let places = arrays * layout.arrayRows * layout.arrayColumns
    return places > 0 ? Double(weightPCUs) / Double(places) : nil
  }

  /// Wafers of the layout; `nil` where the layout has nothing that could hold a weight or an operator.
  ///
  /// Weights fill arrays; operators take the units beside them, then wafers of their own.
  public var wafers: Int? {
    guard arrays == 0 || layout.arrayCount > 0 else { return nil }
    guard weightPCUs == 0 || layout.arrayRows > 0 else { return nil }
    let forWeights = Self.quotient(arrays, max(1, layout.arrayCount))
    let rest = max(0, operatorPCUs.total - forWeights * layout.singlePCUs)
    guard rest > 0 else { return max(1, forWeights) }
    guard layout.independentPCUs > 0 else { return nil }
    return forWeights + Self.quotient(rest, layout.independentPCUs)
  }

  /// What PCUs don't do, by name, each with the reason.
  public var unmapped: [OutsidePart] {
    var result = network.outside
    let norms = layers.flatMap { layer in
      layer.operations.filter { $0.conversions > 0 }.map { "\(layer.name) \($0.operation.name)" }
    }
    if let first = norms.first {
      result.append(
        OutsidePart(
          name: "LayerNorm",
          reason: "\(norms.count) of them, from \(first) on, are computed in a processor: "
            + "train the network with BatchNorm, which folds into weights, or take the analog circuit"
        )
      )
    }
    return result
  }

  /// What stands for functions that PCUs don't have, in words, each once.
  public var substitutions: [String] {
    let remarks = layers.flatMap { layer in
      layer.operations.filter { $0.substitute != nil }.map(\.remark)
    }
    return Set(remarks).sorted()
  }

  /// The operators that the mapping uses.
  public var operators: [OperatorName] {
    let used = Set(layers.flatMap { $0.operations.flatMap(\.operators) })
    return OperatorName.allCases.filter(used.contains)
  }

  private static func quotient(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
}
