/// A named tensor of a ``ParameterSet``.
public struct Parameter: Hashable, Sendable {
  /// What a parameter is for.
  public enum Kind: Hashable, Sendable {
    /// Trained; shrinks by weight decay.
    case weight
    /// Trained; doesn't shrink: biases, factors of normalisations, embeddings.
    case offset
    /// Not trained: running statistics and counts.
    case statistic
  }

  /// The place in the set.
  let index: Int
  /// The name, unique in the set, such as `encoder.0.attention.query.weight`.
  public let name: String
  /// The extents.
  public let shape: Shape
  /// What it's for.
  public let kind: Kind
}
