/// A layer of a Transformer encoder: attention and feed-forward, each with a path around and a normalisation.
public struct EncoderLayer<Scalar: TensorScalar>: Hashable, Sendable {
  /// Where normalisations stand.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// `x + f(norm(x))`.
    case normFirst
    /// `norm(x + f(x))`.
    case normLast
  }

  /// The name.
  public let name: String
  /// The attention, `name.attention`.
  public let attention: MultiHeadAttention<Scalar>
  /// The feed-forward layers, `name.feedForward`.
  public let feedForward: FeedForward<Scalar>
  /// The normalisation of the attention, `name.norm1`.
  public private(set) var attentionNorm: Normalization<Scalar>
  /// The normalisation of the feed-forward layers, `name.norm2`.
  public private(set) var feedForwardNorm: Normalization<Scalar>
  /// Where normalisations stand.
  public let order: Order

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - extents: Channels, heads and hidden channels.
  ///   - order: Where normalisations stand.
  ///   - normalization: Their kind.
  ///   - activation: The function between the feed-forward layers.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ name: String,
    _ extents: EncoderExtents,
    order: Order = .normFirst,
    normalization: Normalization<Scalar>.Kind = .layer,
    activation: Activation = .relu,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.name = name
    self.order = order
    let channels = extents.channels
    attentionNorm = Normalization(
      normalization,
      "\(name).norm1",
      channels: channels,
      in: parameters
    )
    attention = MultiHeadAttention(
      "\(name).attention",
      channels: channels,
      heads: extents.heads,
      in: parameters,
      random: &random
    )
    feedForwardNorm = Normalization(
      normalization,
      "\(name).norm2",
      channels: channels,
      in: parameters
    )
    feedForward = FeedForward(
      "\(name).feedForward",
      channels: channels,
      hidden: extents.hidden,
      activation: activation,
      in: parameters,
      random: &random
    )
  }

  /// Applies the layer.
  ///
  /// - Parameters:
  ///   - x: The tokens, `[batch, tokens, channels]`.
  ///   - position: What is added to the inputs of queries and keys, with the shape of `x`; nil for nothing.
  ///   - keyMask: Whether each token may be looked at, `[batch, tokens]`; nil if all may.
  ///   - tape: The tape.
  /// - Returns: The tokens, and the weights of the attention.
  /// - Throws: ``TensorError/constantChannel(layer:channel:rows:value:)``, ``TensorError/allKeysMasked(batch:)``,
  ///   ``TensorError/mismatched(what:found:expected:)``.
  public func callAsFunction(
    _ x: Variable,
    position: Variable? = nil,
    keyMask: [Bool]? = nil,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> AttentionResult {
    let isFirst = order == .normFirst
    let seen = isFirst ? try attentionNorm(x, on: tape) : x
    let placed = position.map { tape.add(seen, $0) } ?? seen
    let mixed = try attention(
      queries: placed,
      keys: placed,
      values: seen,
      keyMask: keyMask,
      on: tape
    )
    var y = tape.add(x, mixed.output)
    if !isFirst { y = try attentionNorm(y, on: tape) }
    let inner = isFirst ? try feedForwardNorm(y, on: tape) : y
    var z = tape.add(y, feedForward(inner, on: tape))
    if !isFirst { z = try feedForwardNorm(z, on: tape) }
    tape.execution.observer?(name, z)
    return AttentionResult(output: z, probabilities: mixed.probabilities)
  }

  /// Folds batch normalisations into the linear layers that follow, and returns the layer without them.
  ///
  /// The result equals the layer in inference at a layer-normalisation share of 0, without a position.
  ///
  /// - Parameter parameters: The set whose values are changed; take a copy to keep the layer.
  /// - Returns: The layer without normalisations.
  /// - Throws: ``TensorError/notFoldable(layer:)`` for layer normalisation, and where normalisations stand last, whose
  ///   results the path around reads too.
  public func folded(
    in parameters: ParameterSet<Scalar>
  ) throws(TensorError) -> EncoderLayer {
    guard order == .normFirst, let first = attentionNorm.channelMap(in: parameters),
      let second = feedForwardNorm.channelMap(in: parameters)
    else { throw .notFoldable(layer: name) }
    for linear in [attention.query, attention.key, attention.value] {
      first.fold(intoFollowing: linear, in: parameters)
    }
    second.fold(intoFollowing: feedForward.first, in: parameters)
    var result = self
    result.attentionNorm = .none
    result.feedForwardNorm = .none
    return result
  }
}
