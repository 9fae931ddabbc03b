import CBLAS
public import FabNumerics

extension Float: TensorScalar {
  /// Eight numbers.
  public typealias Lane = FloatLanes

  /// Computes `c = alpha a b + beta c` with OpenBLAS's `cblas_sgemm`.
  public static func multiply(
    _ product: MatrixProduct<Float>,
    _ a: UnsafePointer<Float>,
    _ b: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>
  ) {
    guard product.rows > 0, product.columns > 0 else { return }
    cblas_sgemm(
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
