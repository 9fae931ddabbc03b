/// Channels of a variable `[batch, tokens, columns]` that serve as queries, keys or values.
struct AttentionOperand<Scalar: TensorScalar> {
  var variable: Variable
  /// The first channel.
  var offset: Int

  var tokens: Int { variable.shape[1] }
  var stride: Int { variable.shape[2] }

  /// Where the numbers of a head of a sequence start.
  func start(batch: Int, head: Int, width: Int) -> Int {
    batch * tokens * stride + offset + head * width
  }
}
