/// What an attention gives.
public struct AttentionResult: Hashable, Sendable {
  /// The mixtures, `[batch, queries, channels]`.
  public let output: Variable
  /// The weights of the keys, `[batch, heads, queries, keys]`; they carry no gradient.
  public let probabilities: Variable
}
