/// A function that is applied to each number.
public enum Activation: String, Hashable, Sendable, CaseIterable {
  /// `x`.
  case identity
  /// `max(x, 0)`; its slope at 0 is 0.
  case relu
  /// `x Φ(x)`, Φ the normal distribution, by the error function.
  ///
  /// > Source: D. Hendrycks, K. Gimpel, *Gaussian error linear units*, 2016, arXiv 1606.08415.
  case gelu
  /// `ln(1 + exp(x))`.
  case softplus
  /// `1 / (1 + exp(-x))`.
  case sigmoid
  /// The hyperbolic tangent, from the sigmoid.
  case tanh

  /// Applies the function in bulk.
  ///
  /// - Parameters:
  ///   - input: What it is applied to.
  ///   - output: The results; may be the input's memory.
  /// - Precondition: Both have the same number of elements.
  public func evaluate<Scalar: TensorScalar>(
    _ input: UnsafeBufferPointer<Scalar>,
    into output: UnsafeMutableBufferPointer<Scalar>
  ) {
    precondition(input.count == output.count, "\(input.count) inputs, \(output.count) outputs")
    guard let x = input.baseAddress, let y = output.baseAddress else { return }
    Kernels.activate(self, x, into: y, input.count)
  }

  /// Writes the derivative in bulk.
  ///
  /// - Parameters:
  ///   - input: Where the derivative is taken.
  ///   - slope: The derivatives; may be the input's memory.
  /// - Precondition: Both have the same number of elements.
  public func differentiate<Scalar: TensorScalar>(
    _ input: UnsafeBufferPointer<Scalar>,
    into slope: UnsafeMutableBufferPointer<Scalar>
  ) {
    precondition(input.count == slope.count, "\(input.count) inputs, \(slope.count) outputs")
    guard let x = input.baseAddress, let y = slope.baseAddress else { return }
    Kernels.slope(of: self, x, into: y, input.count)
  }
}
