/// Batch normalisation over all rows of each channel, with running statistics for inference.
public struct BatchNorm<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The factors, `[channels]`, named `name.scale`.
  public let scale: Parameter
  /// The offsets, `[channels]`, named `name.shift`.
  public let shift: Parameter
  /// The running statistics: `name.runningMean`, `name.runningVariance`, `name.passes`.
  public let running: RunningStatistics<Scalar>

  /// Makes the parameters: factors 1, offsets 0, means 0, variances 1.
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
    self.name = name
    scale = parameters.add("\(name).scale", Tensor([channels], repeating: 1), kind: .offset)
    shift = parameters.add("\(name).shift", Tensor([channels]), kind: .offset)
    running = RunningStatistics(
      mean: parameters.add("\(name).runningMean", Tensor([channels]), kind: .statistic),
      variance: parameters.add(
        "\(name).runningVariance",
        Tensor([channels], repeating: 1),
        kind: .statistic
      ),
      passes: parameters.add("\(name).passes", Tensor([1]), kind: .statistic),
      momentum: momentum,
      epsilon: epsilon
    )
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
    try tape.batchNorm(
      x,
      scale: tape.variable(scale),
      shift: tape.variable(shift),
      running: running,
      layer: name
    )
  }

  /// Returns what the layer does to each channel in inference.
  public func channelMap(in parameters: ParameterSet<Scalar>) -> ChannelMap<Scalar> {
    let (scale, shift) = (parameters[scale].values, parameters[shift].values)
    let mean = parameters[running.mean].values
    let variance = parameters[running.variance].values
    let factors = scale.indices.map {
      scale[$0] / (variance[$0] + running.epsilon).squareRoot()
    }
    return ChannelMap(
      factors: factors,
      offsets: factors.indices.map { shift[$0] - mean[$0] * factors[$0] }
    )
  }

  /// Sets factors, offsets and statistics so that inference gives the inputs.
  func setIdentity(in parameters: ParameterSet<Scalar>) {
    parameters.valueBuffer(running.mean).update(repeating: 0)
    parameters.valueBuffer(running.variance).update(repeating: 1)
    parameters.valueBuffer(shift).update(repeating: 0)
    // The root that inference divides by, so that the quotient is one exactly.
    parameters.valueBuffer(scale).update(repeating: (1 + running.epsilon).squareRoot())
  }
}
