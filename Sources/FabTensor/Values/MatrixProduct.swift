/// A product of row-major matrices, `c = alpha a b + beta c`: extents, strides, transpositions.
public struct MatrixProduct<Scalar: TensorScalar>: Hashable, Sendable {
  /// Rows of the result.
  public var rows: Int
  /// Columns of the result.
  public var columns: Int
  /// The extent that is summed over.
  public var inner: Int
  /// Whether the left operand is stored as `[inner, rows]`.
  public var transposesLeft: Bool
  /// Whether the right operand is stored as `[columns, inner]`.
  public var transposesRight: Bool
  /// Elements from row to row of the left operand as stored.
  public var leftStride: Int
  /// Elements from row to row of the right operand as stored.
  public var rightStride: Int
  /// Elements from row to row of the result.
  public var resultStride: Int
  /// The factor of the product.
  public var alpha: Scalar
  /// The factor of what the result holds.
  public var beta: Scalar

  /// Creates a product; strides default to those of matrices without gaps.
  ///
  /// - Parameters:
  ///   - rows: Rows of the result.
  ///   - columns: Columns of the result.
  ///   - inner: The extent that is summed over.
  ///   - transposesLeft: Whether the left operand is stored as `[inner, rows]`.
  ///   - transposesRight: Whether the right operand is stored as `[columns, inner]`.
  ///   - leftStride: Elements from row to row of the left operand as stored.
  ///   - rightStride: Elements from row to row of the right operand as stored.
  ///   - resultStride: Elements from row to row of the result.
  ///   - alpha: The factor of the product.
  ///   - beta: The factor of what the result holds.
  public init(
    rows: Int,
    columns: Int,
    inner: Int,
    transposesLeft: Bool = false,
    transposesRight: Bool = false,
    leftStride: Int? = nil,
    rightStride: Int? = nil,
    resultStride: Int? = nil,
    alpha: Scalar = 1,
    beta: Scalar = 0
  ) {
    self.rows = rows
    self.columns = columns
    self.inner = inner
    self.transposesLeft = transposesLeft
    self.transposesRight = transposesRight
    self.leftStride = leftStride ?? (transposesLeft ? rows : inner)
    self.rightStride = rightStride ?? (transposesRight ? inner : columns)
    self.resultStride = resultStride ?? columns
    self.alpha = alpha
    self.beta = beta
  }
}
