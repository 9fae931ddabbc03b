import FabDiagnostics

/// Follows the streams of a description through its layers: extents of every operation, and where they don't fit.
struct NetworkExpansion {
  private(set) var layers: [LayerOperations] = []
  private(set) var streams: [String: TokenStream]
  private let collector: DiagnosticCollector

  /// The most layers that a description may expand to [ours].
  static let layerLimit = 10_000

  init(inputs: [TokenStream], collector: DiagnosticCollector) {
    streams = Dictionary(uniqueKeysWithValues: inputs.map { ($0.name, $0) })
    self.collector = collector
  }

  /// Adds parts in order; a part that doesn't fit is reported and ends the expansion, since all that follow hang on it.
  ///
  /// - Returns: Whether all fit.
  mutating func add(_ parts: [NetworkPart], prefix: String = "") -> Bool {
    for part in parts {
      switch part {
      case .layer(let layer):
        for index in 1...layer.count {
          let name = prefix + layer.name + (layer.count > 1 ? ".\(index)" : "")
          guard add(layer, name) else { return false }
        }
      case .group(let name, let count, let inner):
        for index in 1...count {
          let path = prefix + name + (count > 1 ? ".\(index)" : "") + "/"
          guard add(inner, prefix: path) else { return false }
        }
      }
    }
    return true
  }

  private mutating func add(_ layer: NetworkLayer, _ name: String) -> Bool {
    guard layers.count < Self.layerLimit else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: layer.place,
          "layer '\(name)': a network has at most \(Self.layerLimit) layers",
          fixes: ["check the keys 'repeat'"]
        )
      )
      return false
    }
    var passes: [[TokenStream]] = []
    for names in layer.passes {
      guard let found = resolved(names, layer, name) else { return false }
      passes.append(found)
    }
    switch layer.kind {
    case .transformer(let transformer): return add(transformer, passes, layer, name)
    case .linear(let linear): return add(linear, passes, layer, name)
    }
  }

  // MARK: - Layers with attention

  private mutating func add(
    _ transformer: TransformerLayer,
    _ passes: [[TokenStream]],
    _ layer: NetworkLayer,
    _ name: String
  ) -> Bool {
    guard let memory = resolved(transformer.memory, layer, name) else { return false }
    var widths = Set<Int>()
    for stream in passes.flatMap({ $0 }) + memory { widths.insert(stream.width) }
    guard widths.count == 1, let width = widths.first else {
      let shapes = (passes.flatMap { $0 } + memory).map(\.shape).joined(separator: ", ")
      return refuse(layer, name, "its streams differ in width: \(shapes)")
    }
    guard width.isMultiple(of: transformer.heads) else {
      return refuse(
        layer,
        name,
        "a width of \(width) can't be divided among \(transformer.heads) heads"
      )
    }
    let counts = Set(passes.map { $0.reduce(0) { $0 + $1.tokenCount } })
    guard counts.count == 1, let tokens = counts.first else {
      let shapes = passes.map { $0.map(\.shape).joined(separator: " + ") }
      return refuse(
        layer,
        name,
        "passes that share weights differ in tokens: \(shapes.joined(separator: "; "))"
      )
    }
    let builder = TransformerOperations(
      transformer,
      width: width,
      tokens: tokens,
      memoryTokens: memory.reduce(0) { $0 + $1.tokenCount },
      passes: passes.count
    )
    layers.append(
      LayerOperations(name: name, operations: builder.operations, heldValues: builder.heldValues)
    )
    return true
  }

  // MARK: - Linear layers

  private mutating func add(
    _ linear: LinearLayer,
    _ passes: [[TokenStream]],
    _ layer: NetworkLayer,
    _ name: String
  ) -> Bool {
    var operations: [NetworkOperation] = []
    var extents: [(tokens: Int, width: Int)] = []
    for streams in passes {
      if linear.joinsChannels {
        guard Set(streams.map(\.tokenCount)).count == 1 else {
          let shapes = streams.map(\.shape).joined(separator: ", ")
          return refuse(
            layer,
            name,
            "channels are joined token by token, but the counts differ: \(shapes)"
          )
        }
        extents.append((streams[0].tokenCount, streams.reduce(0) { $0 + $1.width }))
      } else {
        guard Set(streams.map(\.width)).count == 1 else {
          let shapes = streams.map(\.shape).joined(separator: ", ")
          return refuse(layer, name, "its streams differ in width: \(shapes)")
        }
        extents.append((streams.reduce(0) { $0 + $1.tokenCount }, streams[0].width))
      }
    }
    guard let width = extents.first?.width, extents.allSatisfy({ $0.width == width }) else {
      let shapes = passes.map { $0.map(\.shape).joined(separator: " + ") }
      return refuse(
        layer,
        name,
        "passes that share weights differ in width: \(shapes.joined(separator: "; "))"
      )
    }
    let rows = extents.reduce(0) { $0 + $1.tokens }
    operations.append(
      NetworkOperation("product", .linear(inputs: width, outputs: linear.outputs), rows: rows)
    )
    if linear.normalization != .none {
      operations.append(
        NetworkOperation(
          "normalization",
          .normalization(linear.normalization, width: linear.outputs, isResidual: false),
          rows: rows
        )
      )
    }
    if let activation = linear.activation {
      operations.append(
        NetworkOperation(
          "activation",
          .activation(activation, width: linear.outputs),
          rows: rows
        )
      )
    }
    layers.append(LayerOperations(name: name, operations: operations, heldValues: 0))
    for (made, extent) in zip(linear.makes, extents) {
      streams[made] = TokenStream(name: made, tokenCount: extent.tokens, width: linear.outputs)
    }
    if linear.makes.isEmpty {
      for stream in passes.flatMap({ $0 }) {
        streams[stream.name] = TokenStream(
          name: stream.name,
          tokenCount: stream.tokenCount,
          width: linear.outputs
        )
      }
    }
    return true
  }

  // MARK: - Names

  private func resolved(
    _ names: [String],
    _ layer: NetworkLayer,
    _ name: String
  ) -> [TokenStream]? {
    var found: [TokenStream] = []
    for stream in names {
      guard let known = streams[stream] else {
        collector.add(
          Diagnostic(
            .unknownReference,
            at: layer.place,
            "layer '\(name)': there is no stream '\(stream)'"
              + NearMiss.question(for: stream, among: streams.keys.sorted()),
            notes: [.init("the streams here are \(streams.keys.sorted().joined(separator: ", "))")]
          )
        )
        return nil
      }
      found.append(known)
    }
    return found
  }

  private func refuse(_ layer: NetworkLayer, _ name: String, _ reason: String) -> Bool {
    collector.add(
      Diagnostic(
        .shapeMismatch,
        at: layer.place,
        "layer '\(name)': \(reason)",
        fixes: ["correct the widths, tokens or heads of this layer, or the streams that it reads"]
      )
    )
    return false
  }
}
