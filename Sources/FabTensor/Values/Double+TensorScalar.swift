import CBLAS
public import FabNumerics

extension Double: TensorScalar {
  /// Four numbers.
  public typealias Lane = DoubleLanes

  /// Computes `c = alpha a b + beta c` with OpenBLAS's `cblas_dgemm`.
  public static func multiply(
    _ product: MatrixProduct<Double>,
    _ a: UnsafePointer<Double>,
    _ b: UnsafePointer<Double>,
    into c: UnsafeMutablePointer<Double>
  ) {
    guard product.rows > 0, product.columns > 0 else { return }
    cblas_dgemm(
      CblasRowMajor,
      product.transposesLeft ? CblasTrans : CblasNoTrans,
      product.transposesRight ? CblasTrans : CblasNoTrans,
      numericCast(product.rows),
      numericCast(product.columns),
      numericCast(product.inner),
      product.alpha,
      a,
      numericCast(max(product.leftStride, 1)),
      b,
      numericCast(max(product.rightStride, 1)),
      product.beta,
      c,
      numericCast(max(product.resultStride, 1))
    )
  }
}
