import FabNumerics

/// A layer `f(x w + b)`.
public struct Linear<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name, such as `head`.
  public let name: String
  /// The weights, `[in, out]`, named `name.weight`.
  public let weight: Parameter
  /// The offsets, `[out]`, named `name.bias`; nil if the layer has none.
  public let bias: Parameter?

  /// Makes a layer's parameters: weights uniform within `sqrt(6 / (in + out))`, offsets zero.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - inputs: Channels of the inputs.
  ///   - outputs: Channels of the results.
  ///   - hasBias: Whether there are offsets.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  ///
  /// > Source: X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*,
  /// > AISTATS 2010, equation (16).
  public init(
    _ name: String,
    inputs: Int,
    outputs: Int,
    hasBias: Bool = true,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.name = name
    let limit = (6 / Double(inputs + outputs)).squareRoot()
    weight = parameters.add(
      "\(name).weight",
      Tensor([inputs, outputs]) { _ in Scalar(limit * (2 * random.uniformDeviate() - 1)) }
    )
    bias =
      hasBias ? parameters.add("\(name).bias", Tensor([outputs]), kind: .offset) : nil
  }

  /// Applies the layer.
  ///
  /// - Parameters:
  ///   - x: The inputs, `[..., in]`.
  ///   - tape: The tape; its execution may replace weights, product and activation.
  ///   - activation: The function `f`.
  /// - Returns: The results, `[..., out]`.
  public func callAsFunction(
    _ x: Variable,
    on tape: Tape<Scalar>,
    activation: Activation = .identity
  ) -> Variable {
    var weights = tape.variable(weight)
    if let effective = tape.execution.effectiveWeights?(weight) {
      weights = tape.elementwise(weights, forward: effective)
    }
    return tape.linear(
      x,
      weights,
      bias: bias.map(tape.variable),
      activation: activation,
      reading: tape.execution.product?(name),
      replacement: tape.execution.activation?(name, activation)
    )
  }
}
