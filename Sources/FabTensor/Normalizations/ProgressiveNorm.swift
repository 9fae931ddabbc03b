/// A passage from layer to batch normalisation: `lambda LN(x) + (1 - lambda) RepBN(x)`.
///
/// Lambda is ``Tape/layerNormShare``; it falls linearly from 1 to 0 over the first part of training. At 1 and 0 only
/// one of the two is computed, but running statistics move from the start.
///
/// > Source: J. Guo, X. Chen, Y. Tang, Y. Wang, *SLAB*, ICML 2024, equations (3) and (4), arXiv 2405.11582.
public struct ProgressiveNorm<Scalar: TensorScalar>: Hashable, Sendable {
  /// The layer normalisation.
  public let layerNorm: LayerNorm<Scalar>
  /// The batch normalisation with its path around.
  public let repBatchNorm: RepBatchNorm<Scalar>

  /// Makes the parameters of both, below `name.layer` and `name.batch`.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels.
  ///   - parameters: Where the parameters go.
  public init(_ name: String, channels: Int, in parameters: ParameterSet<Scalar>) {
    layerNorm = LayerNorm("\(name).layer", channels: channels, in: parameters)
    repBatchNorm = RepBatchNorm("\(name).batch", channels: channels, in: parameters)
  }

  /// Returns lambda at a step: linear from 1 to 0.
  ///
  /// - Parameters:
  ///   - step: The step, from 0.
  ///   - steps: The step at which lambda reaches 0.
  /// - Returns: Lambda, 1...0.
  public static func layerNormShare(step: Int, of steps: Int) -> Scalar {
    steps > 0 ? max(0, 1 - Scalar(step) / Scalar(steps)) : 0
  }

  /// Applies the layer to `[..., channels]`.
  ///
  /// - Parameters:
  ///   - x: The rows.
  ///   - tape: The tape, with lambda and mode.
  /// - Returns: The results.
  /// - Throws: ``TensorError/constantChannel(layer:channel:rows:value:)`` in training and recalibration.
  public func callAsFunction(
    _ x: Variable,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> Variable {
    let share = tape.layerNormShare
    if share >= 1, tape.mode == .inference { return layerNorm(x, on: tape) }
    let batch = try repBatchNorm(x, on: tape)
    if share <= 0 { return batch }
    if share >= 1 { return layerNorm(x, on: tape) }
    return tape.add(
      tape.scale(layerNorm(x, on: tape), by: share),
      tape.scale(batch, by: 1 - share)
    )
  }
}
