/// Two linear layers with an activation between.
public struct FeedForward<Scalar: TensorScalar>: Hashable, Sendable {
  /// The first layer, `name.first`.
  public let first: Linear<Scalar>
  /// The second layer, `name.second`.
  public let second: Linear<Scalar>
  /// The function between.
  public let activation: Activation

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels of inputs and results.
  ///   - hidden: The channels between.
  ///   - activation: The function between.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ name: String,
    channels: Int,
    hidden: Int,
    activation: Activation = .relu,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    first = Linear(
      "\(name).first",
      inputs: channels,
      outputs: hidden,
      in: parameters,
      random: &random
    )
    second = Linear(
      "\(name).second",
      inputs: hidden,
      outputs: channels,
      in: parameters,
      random: &random
    )
    self.activation = activation
  }

  /// Applies the layers to `[..., channels]`.
  public func callAsFunction(_ x: Variable, on tape: Tape<Scalar>) -> Variable {
    second(first(x, on: tape, activation: activation), on: tape)
  }
}
