/// The operations of one layer with attention.
struct TransformerOperations {
  private(set) var operations: [NetworkOperation] = []
  private(set) var heldValues = 0
  private let layer: TransformerLayer
  private let width: Int
  private let tokens: Int
  private let passes: Int

  /// Lists them.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - width: Channels a token.
  ///   - tokens: Tokens a pass.
  ///   - memoryTokens: Tokens of the streams that it attends to besides.
  ///   - passes: Passes that share the weights.
  init(
    _ layer: TransformerLayer,
    width: Int,
    tokens: Int,
    memoryTokens: Int,
    passes: Int
  ) {
    self.layer = layer
    self.width = width
    self.tokens = tokens
    self.passes = passes
    if layer.hasSelfAttention { attend("selfAttention", to: tokens, addsKeyPositions: true) }
    if memoryTokens > 0 {
      attend("crossAttention", to: memoryTokens, addsKeyPositions: layer.addsPositions)
    }
    if let hidden = layer.hidden { feedForward(hidden) }
  }

  private mutating func attend(_ name: String, to keys: Int, addsKeyPositions: Bool) {
    if layer.order == .first { normalize(name, isResidual: false) }
    if layer.addsPositions {
      append("\(name).queryPositions", .add(width: width), rows: tokens)
      // Of self-attention queries and keys are one sum.
      if name != "selfAttention", addsKeyPositions {
        append("\(name).keyPositions", .add(width: width), rows: keys)
      }
    }
    if layer.projects {
      let square = NetworkOperation.Kind.linear(inputs: width, outputs: width)
      append("\(name).query", square, rows: tokens)
      append("\(name).key", square, rows: keys)
      append("\(name).value", square, rows: keys)
    }
    let heads = layer.heads
    append("\(name).scores", .scores(width: width, keys: keys, heads: heads), rows: tokens)
    append(
      "\(name).scale",
      .scale(width: keys * heads, isFolded: layer.projects),
      rows: tokens
    )
    append("\(name).softmax", .softmax(keys: keys, heads: heads), rows: tokens)
    append("\(name).mixture", .mixture(width: width, keys: keys, heads: heads), rows: tokens)
    append("\(name).output", .linear(inputs: width, outputs: width), rows: tokens)
    append("\(name).residual", .add(width: width), rows: tokens)
    if layer.order == .last { normalize(name, isResidual: true) }
    heldValues += 2 * keys * width * passes
  }

  private mutating func feedForward(_ hidden: Int) {
    let name = "feedForward"
    if layer.order == .first { normalize(name, isResidual: false) }
    append("\(name).expand", .linear(inputs: width, outputs: hidden), rows: tokens)
    append("\(name).activation", .activation(layer.activation, width: hidden), rows: tokens)
    append("\(name).contract", .linear(inputs: hidden, outputs: width), rows: tokens)
    append("\(name).residual", .add(width: width), rows: tokens)
    if layer.order == .last { normalize(name, isResidual: true) }
  }

  private mutating func normalize(_ name: String, isResidual: Bool) {
    guard layer.normalization != .none else { return }
    append(
      "\(name).normalization",
      .normalization(layer.normalization, width: width, isResidual: isResidual),
      rows: tokens
    )
  }

  private mutating func append(_ name: String, _ kind: NetworkOperation.Kind, rows: Int) {
    operations.append(NetworkOperation(name, kind, rows: rows * passes))
  }
}
