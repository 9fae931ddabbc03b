/// Computes one product of matrices into a place, from several threads; `number` counts through the batch.
public typealias ProductFunction<Scalar: TensorScalar> =
  @Sendable (
    _ product: MatrixProduct<Scalar>,
    _ left: UnsafePointer<Scalar>,
    _ right: UnsafePointer<Scalar>,
    _ result: UnsafeMutablePointer<Scalar>,
    _ number: Int
  ) -> Void
