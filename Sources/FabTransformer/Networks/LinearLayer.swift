/// A layer that multiplies each token by weights: an embedding of patches, a head, a fusion of modalities.
public struct LinearLayer: Hashable, Sendable {
  /// The number of channels that come out.
  public var outputs: Int
  /// Whether the streams' channels are put side by side, token by token; else their tokens one after the other.
  public var joinsChannels: Bool
  /// The streams that it makes, one a pass; empty where it changes those that it reads.
  public var makes: [String]
  /// How the outputs are normalised.
  public var normalization: NormalizationKind
  /// The activation of the outputs, if any.
  public var activation: ActivationFunction?

  /// Creates a layer.
  public init(
    outputs: Int,
    joinsChannels: Bool = false,
    makes: [String] = [],
    normalization: NormalizationKind = .none,
    activation: ActivationFunction? = nil
  ) {
    self.outputs = outputs
    self.joinsChannels = joinsChannels
    self.makes = makes
    self.normalization = normalization
    self.activation = activation
  }
}
