/// Layer normalisation with factors and offsets.
public struct LayerNorm<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The factors, `[channels]`, named `name.scale`.
  public let scale: Parameter
  /// The offsets, `[channels]`, named `name.shift`.
  public let shift: Parameter
  /// What is added to the variance.
  public let epsilon: Scalar

  /// Makes the parameters: factors 1, offsets 0.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels.
  ///   - epsilon: What is added to the variance.
  ///   - parameters: Where the parameters go.
  public init(
    _ name: String,
    channels: Int,
    epsilon: Scalar = 1e-5,
    in parameters: ParameterSet<Scalar>
  ) {
    self.name = name
    self.epsilon = epsilon
    scale = parameters.add("\(name).scale", Tensor([channels], repeating: 1), kind: .offset)
    shift = parameters.add("\(name).shift", Tensor([channels]), kind: .offset)
  }

  /// Applies the layer to `[..., channels]`.
  public func callAsFunction(_ x: Variable, on tape: Tape<Scalar>) -> Variable {
    tape.layerNorm(
      x,
      scale: tape.variable(scale),
      shift: tape.variable(shift),
      epsilon: epsilon
    )
  }
}
