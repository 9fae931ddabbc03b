/// A function of many numbers at once: inputs, where results go, and the position of the first in its tensor.
public typealias BulkFunction<Scalar> = (
  _ input: UnsafeBufferPointer<Scalar>,
  _ output: UnsafeMutableBufferPointer<Scalar>,
  _ first: Int
) -> Void
