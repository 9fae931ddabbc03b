/// A factor and an offset for each channel: what a batch normalisation is in inference.
public struct ChannelMap<Scalar: TensorScalar>: Hashable, Sendable {
  /// The factors, `[channel]`.
  public var factors: [Scalar]
  /// The offsets, `[channel]`.
  public var offsets: [Scalar]

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - factors: The factors.
  ///   - offsets: The offsets, as many.
  public init(factors: [Scalar], offsets: [Scalar]) {
    precondition(factors.count == offsets.count, "\(factors.count) and \(offsets.count) channels")
    self.factors = factors
    self.offsets = offsets
  }

  /// Changes a linear layer that reads the map's results so that it reads its inputs.
  ///
  /// `(x s + t) w + b = x (s w) + (t w + b)`.
  ///
  /// - Parameters:
  ///   - linear: The layer.
  ///   - parameters: The set that holds its parameters.
  /// - Precondition: The layer has a bias and reads as many channels.
  public func fold(intoFollowing linear: Linear<Scalar>, in parameters: ParameterSet<Scalar>) {
    let (inputs, outputs) = (linear.weight.shape[0], linear.weight.shape[1])
    guard let bias = linear.bias else { preconditionFailure("\(linear.name) has no bias") }
    precondition(inputs == factors.count, "\(inputs) inputs, \(factors.count) channels")
    let weights = parameters.valueBuffer(linear.weight)
    let sums = parameters.valueBuffer(bias)
    for input in 0..<inputs {
      for output in 0..<outputs {
        sums[output] += offsets[input] * weights[input * outputs + output]
        weights[input * outputs + output] *= factors[input]
      }
    }
  }

  /// Changes a linear layer whose results the map reads so that it gives the map's results.
  ///
  /// `(x w + b) s + t = x (w s) + (b s + t)`.
  ///
  /// - Parameters:
  ///   - linear: The layer.
  ///   - parameters: The set that holds its parameters.
  /// - Precondition: The layer has a bias and gives as many channels.
  public func fold(intoPreceding linear: Linear<Scalar>, in parameters: ParameterSet<Scalar>) {
    let (inputs, outputs) = (linear.weight.shape[0], linear.weight.shape[1])
    guard let bias = linear.bias else { preconditionFailure("\(linear.name) has no bias") }
    precondition(outputs == factors.count, "\(outputs) outputs, \(factors.count) channels")
    let weights = parameters.valueBuffer(linear.weight)
    let sums = parameters.valueBuffer(bias)
    for output in 0..<outputs {
      sums[output] = sums[output] * factors[output] + offsets[output]
      for input in 0..<inputs { weights[input * outputs + output] *= factors[output] }
    }
  }
}
