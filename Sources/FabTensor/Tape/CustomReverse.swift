/// What the reverse step of a caller's operation reads, and where it adds.
public struct CustomReverse<Scalar: TensorScalar> {
  /// The inputs.
  public let inputs: [UnsafeBufferPointer<Scalar>]
  /// The result.
  public let output: UnsafeBufferPointer<Scalar>
  /// The gradient of the result.
  public let gradient: UnsafeBufferPointer<Scalar>
  /// The gradients of the inputs, to be added to; nil where none is needed.
  public let inputGradients: [UnsafeMutableBufferPointer<Scalar>?]
}
