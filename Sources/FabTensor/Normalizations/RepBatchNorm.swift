/// Batch normalisation with a path around it, `BN(x) + alpha x`; one factor and offset a channel in inference.
///
/// > Source: J. Guo, X. Chen, Y. Tang, Y. Wang, *SLAB: efficient Transformers with simplified linear attention and
/// > progressive re-parameterized batch normalization*, ICML 2024, equation (5), arXiv 2405.11582.
public struct RepBatchNorm<Scalar: TensorScalar>: Hashable, Sendable {
  /// The batch normalisation.
  public let batchNorm: BatchNorm<Scalar>
  /// The factor of the path around, `[1]`, named `name.alpha`.
  public let alpha: Parameter

  /// Makes the parameters of the batch normalisation, and alpha 1.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels.
  ///   - momentum: The share of a batch in the running statistics.
  ///   - epsilon: What is added to the variance.
  ///   - parameters: Where the parameters go.
  public init(
    _ name: String,
    channels: Int,
    momentum: Scalar = 0.1,
    epsilon: Scalar = 1e-5,
    in parameters: ParameterSet<Scalar>
  ) {
    batchNorm = BatchNorm(
      name,
      channels: channels,
      momentum: momentum,
      epsilon: epsilon,
      in: parameters
    )
    alpha = parameters.add("\(name).alpha", Tensor([1], repeating: 1), kind: .offset)
  }

  /// Applies the layer to `[..., channels]`.
  ///
  /// - Parameters:
  ///   - x: The rows.
  ///   - tape: The tape; its mode says which statistics are used.
  /// - Returns: The results.
  /// - Throws: ``TensorError/constantChannel(layer:channel:rows:value:)`` in training and recalibration.
  public func callAsFunction(
    _ x: Variable,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> Variable {
    tape.addScaled(try batchNorm(x, on: tape), x, factor: tape.variable(alpha))
  }

  /// Returns what the layer does to each channel in inference.
  public func channelMap(in parameters: ParameterSet<Scalar>) -> ChannelMap<Scalar> {
    var map = batchNorm.channelMap(in: parameters)
    let alpha = parameters[alpha].values[0]
    for channel in map.factors.indices { map.factors[channel] += alpha }
    return map
  }

  /// Sets the batch normalisation to give its inputs, and the path around to nothing.
  func setIdentity(in parameters: ParameterSet<Scalar>) {
    batchNorm.setIdentity(in: parameters)
    parameters.valueBuffer(alpha).update(repeating: 0)
  }
}
