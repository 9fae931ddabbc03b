/// What computes the products and the softmax of an attention forwards; hardware replaces any of them.
///
/// Functions are called for one head of one sequence at a time, from several threads. Gradients stay those of the ideal
/// operation at the numbers that the executor gave, except where ``softmaxGradient`` replaces that of the softmax.
public struct AttentionExecutor<Scalar: TensorScalar>: Sendable {
  /// A product of two matrices into a place.
  public typealias Product =
    @Sendable (
      _ product: MatrixProduct<Scalar>,
      _ left: UnsafePointer<Scalar>,
      _ right: UnsafePointer<Scalar>,
      _ result: UnsafeMutablePointer<Scalar>,
      _ place: AttentionPlace
    ) -> Void

  /// Writes the probabilities of rows of scores, which may be the same memory; masked scores are minus infinity.
  public typealias Softmax =
    @Sendable (
      _ scores: UnsafePointer<Scalar>,
      _ probabilities: UnsafeMutablePointer<Scalar>,
      _ rows: Int,
      _ columns: Int,
      _ place: AttentionPlace
    ) -> Void

  /// Writes the gradient with respect to the scores from ideal probabilities and their gradient; `result` is `gradient`.
  public typealias SoftmaxGradient =
    @Sendable (
      _ probabilities: UnsafePointer<Scalar>,
      _ gradient: UnsafePointer<Scalar>,
      _ result: UnsafeMutablePointer<Scalar>,
      _ rows: Int,
      _ columns: Int,
      _ place: AttentionPlace
    ) -> Void

  /// Queries times transposed keys, times `product.alpha`; nil for the ideal product.
  public var scores: Product?
  /// The softmax of the scores; nil for the ideal one.
  public var softmax: Softmax?
  /// Probabilities times values; nil for the ideal product.
  public var mixture: Product?
  /// The gradient of the softmax; nil for the ideal one.
  public var softmaxGradient: SoftmaxGradient?
  /// Whether no gradient goes back through the attention: its results are numbers without a derivative, as looked up in a table.
  public var stopsGradient = false

  /// Creates an executor; what is nil is computed as it's written.
  ///
  /// - Parameters:
  ///   - scores: Queries times keys.
  ///   - softmax: The softmax of the scores.
  ///   - mixture: Probabilities times values.
  ///   - softmaxGradient: The gradient of the softmax.
  public init(
    scores: Product? = nil,
    softmax: Softmax? = nil,
    mixture: Product? = nil,
    softmaxGradient: SoftmaxGradient? = nil
  ) {
    self.scores = scores
    self.softmax = softmax
    self.mixture = mixture
    self.softmaxGradient = softmaxGradient
  }

  /// Attention in floating point, as it's written.
  public static var ideal: AttentionExecutor { AttentionExecutor() }
}
