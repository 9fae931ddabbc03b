/// Attention with projections of queries, keys, values and results.
public struct MultiHeadAttention<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The projection of the queries, `name.query`.
  public let query: Linear<Scalar>
  /// The projection of the keys, `name.key`.
  public let key: Linear<Scalar>
  /// The projection of the values, `name.value`.
  public let value: Linear<Scalar>
  /// The projection of the results, `name.output`.
  public let output: Linear<Scalar>
  /// The number of heads.
  public let heads: Int

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels.
  ///   - heads: The number of heads; divides the channels.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  /// - Precondition: `heads` divides `channels`.
  public init(
    _ name: String,
    channels: Int,
    heads: Int,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    precondition(heads > 0 && channels % heads == 0, "\(channels) channels, \(heads) heads")
    func linear(_ part: String) -> Linear<Scalar> {
      Linear(
        "\(name).\(part)",
        inputs: channels,
        outputs: channels,
        in: parameters,
        random: &random
      )
    }
    self.name = name
    self.heads = heads
    query = linear("query")
    key = linear("key")
    value = linear("value")
    output = linear("output")
  }

  /// Applies the layer.
  ///
  /// - Parameters:
  ///   - queries: What queries are made of, `[batch, queries, channels]`.
  ///   - keys: What keys are made of, `[batch, keys, channels]`.
  ///   - values: What values are made of, `[batch, keys, channels]`.
  ///   - keyMask: Whether each key may be looked at, `[batch, keys]`; nil if all may.
  ///   - tape: The tape; its execution may replace products and softmax.
  /// - Returns: The results, `[batch, queries, channels]`, and the weights.
  /// - Throws: ``TensorError/allKeysMasked(batch:)``, ``TensorError/mismatched(what:found:expected:)``.
  public func callAsFunction(
    queries: Variable,
    keys: Variable,
    values: Variable,
    keyMask: [Bool]? = nil,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> AttentionResult {
    let mixed = try tape.attention(
      query: query(queries, on: tape),
      key: key(keys, on: tape),
      value: value(values, on: tape),
      heads: heads,
      keyMask: keyMask,
      executor: tape.execution.attention?(name) ?? .ideal
    )
    return AttentionResult(
      output: output(mixed.output, on: tape),
      probabilities: mixed.probabilities
    )
  }
}
