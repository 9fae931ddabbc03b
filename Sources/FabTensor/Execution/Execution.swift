/// What layers use in place of ideal operations, by the name of a layer or parameter; nil for the ideal ones.
///
/// Hardware sets it on a tape; layers ask for it, so that one network runs on both.
public struct Execution<Scalar: TensorScalar> {
  /// The weights that a parameter really has, in bulk; gradients pass straight through to the trained ones.
  public var effectiveWeights: ((_ weight: Parameter) -> BulkFunction<Scalar>?)?
  /// What becomes of the matrix product of a linear layer, before its bias; gradients pass straight through.
  public var product: ((_ layer: String) -> BulkFunction<Scalar>?)?
  /// What computes an activation.
  public var activation:
    ((_ layer: String, _ activation: Activation) -> ElementwiseFunction<Scalar>?)?
  /// What computes an attention.
  public var attention: ((_ layer: String) -> AttentionExecutor<Scalar>)?

  /// Is told what layers come to, in the order of the network; operators stay as they are.
  public var observer: ((_ layer: String, _ result: Variable) -> Void)?

  /// Creates an execution that is ideal in everything.
  public init() {}
}
