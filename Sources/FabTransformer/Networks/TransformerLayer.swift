/// A layer with attention, feed-forward part, or both.
///
/// > Source: A. Vaswani et al., *Attention is all you need*, NeurIPS 2017, arXiv 1706.03762, section 3.
public struct TransformerLayer: Hashable, Sendable {
  /// Whether its tokens attend to each other.
  public var hasSelfAttention: Bool
  /// The streams that they attend to besides; empty for encoders.
  public var memory: [String]
  /// Whether queries, keys and values are products with weights of their own; else the tokens themselves.
  public var projects: Bool
  /// Whether positions are added to queries and keys in every layer.
  public var addsPositions: Bool
  /// The number of heads.
  public var heads: Int
  /// The width of the feed-forward part's hidden layer; `nil` for no such part.
  public var hidden: Int?
  /// Its activation.
  public var activation: ActivationFunction
  /// How tokens are normalised.
  public var normalization: NormalizationKind
  /// Where.
  public var order: NormalizationOrder

  /// Creates a layer.
  public init(
    hasSelfAttention: Bool = true,
    memory: [String] = [],
    projects: Bool = true,
    addsPositions: Bool = false,
    heads: Int,
    hidden: Int?,
    activation: ActivationFunction,
    normalization: NormalizationKind,
    order: NormalizationOrder
  ) {
    self.hasSelfAttention = hasSelfAttention
    self.memory = memory
    self.projects = projects
    self.addsPositions = addsPositions
    self.heads = heads
    self.hidden = hidden
    self.activation = activation
    self.normalization = normalization
    self.order = order
  }
}
