import FabDiagnostics
import FabYAML

/// Reads the list of layers of a description.
struct NetworkLayerReader {
  let collector: DiagnosticCollector

  /// What a layer may be.
  private enum Kind: String, CaseIterable {
    case transformer
    case linear
  }

  /// The most repetitions that one key may state [ours].
  private static let repetitions = 1...1000

  /// Reads a list; every item is a layer or a group.
  func parts(_ node: YAMLNode, of key: String) -> [NetworkPart] {
    (node.items(of: key, collector: collector) ?? []).compactMap(part)
  }

  private func part(_ node: YAMLNode) -> NetworkPart? {
    guard let reader = MappingReader(node, of: "a layer", collector: collector) else { return nil }
    defer { reader.finish() }
    let count = reader.optionalInteger("repeat", in: Self.repetitions) ?? 1
    if let name = reader.optionalText("group") {
      let inner = reader.requiredNode("layers").map { parts($0, of: "layers") } ?? []
      return .group(name: name, count: count, parts: inner)
    }
    let name = reader.requiredText("layer")
    let kind = reader.requiredChoice("kind", of: Kind.self)
    let joined = reader.optionalNode("joins").map { names($0, of: "joins") }
    let passes = passes(reader, joined)
    let layerKind: NetworkLayer.Kind?
    switch kind {
    case .transformer: layerKind = transformer(reader).map { .transformer($0) }
    case .linear:
      layerKind = linear(reader, joinsChannels: joined != nil, passes: passes.count)
        .map { .linear($0) }
    case nil: layerKind = nil
    }
    guard let name, let layerKind, !passes.isEmpty else { return nil }
    return .layer(
      NetworkLayer(name: name, count: count, passes: passes, kind: layerKind, place: node.place)
    )
  }

  /// The streams of each pass: `on: [a, b]`, `joins: [a, b]` or `each: [[a], [b]]`.
  private func passes(_ reader: MappingReader, _ joined: [String]?) -> [[String]] {
    let on = reader.optionalNode("on").map { names($0, of: "on") }
    let each = reader.optionalNode("each")
      .map { node in
        (node.items(of: "each", collector: collector) ?? []).map { names($0, of: "each") }
      }
    let stated = [on.map { [$0] }, joined.map { [$0] }, each].compactMap { $0 }
    guard stated.count == 1, let passes = stated.first,
      !passes.isEmpty, passes.allSatisfy({ !$0.isEmpty })
    else {
      collector.add(
        Diagnostic(
          .missingKey,
          at: reader.place,
          "a layer names its streams with one of 'on', 'joins' and 'each'",
          fixes: [
            "write 'on: [image, text]', or 'each: [[visible], [thermal]]' for passes that share weights"
          ]
        )
      )
      return []
    }
    return passes
  }

  private func names(_ node: YAMLNode, of key: String) -> [String] {
    (node.items(of: key, collector: collector) ?? [])
      .compactMap { $0.text(of: key, collector: collector) }
  }

  private func transformer(_ reader: MappingReader) -> TransformerLayer? {
    let memory = reader.optionalNode("attends").map { names($0, of: "attends") } ?? []
    let heads = reader.requiredNode("heads")?
      .integer(of: "heads", in: Network.extents, collector: collector)
    let hidden = reader.optionalInteger("hidden", in: Network.extents)
    let activation = reader.optionalChoice("activation", of: ActivationFunction.self)
    let normalization = reader.optionalChoice("normalization", of: NormalizationKind.self)
    let order = reader.optionalChoice("order", of: NormalizationOrder.self)
    let attendsSelf = reader.optionalFlag("selfAttention")
    let projects = reader.optionalFlag("projections")
    let positions = reader.optionalFlag("positions")
    if hidden != nil, activation == nil {
      collector.add(
        Diagnostic(
          .missingKey,
          at: reader.place,
          "a feed-forward part needs the key 'activation'",
          fixes: ["add 'activation: relu', or softplus, sigmoid, gelu"]
        )
      )
    }
    guard let heads else { return nil }
    return TransformerLayer(
      hasSelfAttention: attendsSelf ?? true,
      memory: memory,
      projects: projects ?? true,
      addsPositions: positions ?? false,
      heads: heads,
      hidden: hidden,
      activation: activation ?? .relu,
      normalization: normalization ?? .none,
      order: order ?? .first
    )
  }

  private func linear(
    _ reader: MappingReader,
    joinsChannels: Bool,
    passes: Int
  ) -> LinearLayer? {
    let outputs = reader.requiredNode("outputs")?
      .integer(of: "outputs", in: Network.extents, collector: collector)
    let makes = reader.optionalNode("makes")
      .map { node in
        if let name = node.scalarText { return [name] }
        return names(node, of: "makes")
      }
    let normalization = reader.optionalChoice("normalization", of: NormalizationKind.self)
    let activation = reader.optionalChoice("activation", of: ActivationFunction.self)
    if let makes, makes.count != passes, passes > 0 {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: reader.place,
          "'makes' names a stream for each of the \(passes) passes; found \(makes.count)"
        )
      )
    }
    if joinsChannels, makes == nil {
      collector.add(
        Diagnostic(
          .missingKey,
          at: reader.place,
          "a layer that joins streams needs the key 'makes'",
          fixes: ["name the stream that it makes: 'makes: fused'"]
        )
      )
    }
    guard let outputs else { return nil }
    return LinearLayer(
      outputs: outputs,
      joinsChannels: joinsChannels,
      makes: makes ?? [],
      normalization: normalization ?? .none,
      activation: activation
    )
  }
}
