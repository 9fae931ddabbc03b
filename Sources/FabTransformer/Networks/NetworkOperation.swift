/// One operation of a layer with its extents.
public struct NetworkOperation: Hashable, Sendable {
  /// What it does to each row.
  public enum Kind: Hashable, Sendable {
    /// A product with static weights.
    case linear(inputs: Int, outputs: Int)
    /// Products of a row of queries with all keys, over all heads.
    case scores(width: Int, keys: Int, heads: Int)
    /// Products of a row of attention with all values, over all heads.
    case mixture(width: Int, keys: Int, heads: Int)
    /// A product with a constant; folded where the weights before it can hold it.
    case scale(width: Int, isFolded: Bool)
    /// Attention from scores.
    case softmax(keys: Int, heads: Int)
    /// A function of each element.
    case activation(ActivationFunction, width: Int)
    /// A sum of two rows.
    case add(width: Int)
    /// A normalisation; `isResidual` tells that the residual path needs its result too.
    case normalization(NormalizationKind, width: Int, isResidual: Bool)
  }

  /// Its name within the layer, for instance `selfAttention.query`.
  public let name: String
  /// What it does.
  public let kind: Kind
  /// The rows that go through it: tokens, or queries, of all passes that share its weights.
  public let rows: Int

  /// Creates an operation.
  public init(_ name: String, _ kind: Kind, rows: Int) {
    self.name = name
    self.kind = kind
    self.rows = rows
  }

  /// Weights that are stored, biases not counted.
  public var staticWeights: Int {
    if case .linear(let inputs, let outputs) = kind { return inputs * outputs }
    return 0
  }

  /// Multiplications with stored weights, each with its addition.
  public var staticMacs: Int { staticWeights * rows }

  /// Multiplications of two inputs, each with its addition.
  public var dynamicMacs: Int {
    switch kind {
    case .scores(let width, let keys, _), .mixture(let width, let keys, _):
      width * keys * rows
    default: 0
    }
  }

  /// Exponentials.
  public var softmaxTerms: Int {
    if case .softmax(let keys, let heads) = kind { return keys * heads * rows }
    return 0
  }

  /// Values of activations.
  public var activations: Int {
    if case .activation(_, let width) = kind { return width * rows }
    return 0
  }

  /// Normalised elements.
  public var normalizedElements: Int {
    if case .normalization(_, let width, _) = kind { return width * rows }
    return 0
  }
}
