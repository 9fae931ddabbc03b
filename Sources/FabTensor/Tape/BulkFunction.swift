/// A function of many numbers at once, called from several threads: inputs, where results go, and the position of the
/// first number in its tensor.
///
/// Inputs and results may be the same memory.
public typealias BulkFunction<Scalar> =
  @Sendable (
    _ input: UnsafeBufferPointer<Scalar>,
    _ output: UnsafeMutableBufferPointer<Scalar>,
    _ first: Int
  ) -> Void
