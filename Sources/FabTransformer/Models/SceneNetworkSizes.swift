public import FabTensor

/// The extents of a network that answers questions about scenes.
public struct SceneNetworkSizes: Hashable, Sendable {
  /// The channels of a token.
  public var width: Int
  /// The heads of each attention; divides the width.
  public var heads: Int
  /// The channels between the feed-forward layers.
  public var hidden: Int
  /// The encoder layers.
  public var layers: Int
  /// The function between the feed-forward layers.
  public var activation: Activation
  /// The kind of all normalisations.
  public var normalization: Normalization<Float>.Kind

  /// Creates extents; the defaults are those of ``standard``.
  ///
  /// - Parameters:
  ///   - width: The channels of a token.
  ///   - heads: The heads of each attention; divides the width.
  ///   - hidden: The channels between the feed-forward layers.
  ///   - layers: The encoder layers.
  ///   - activation: The function between the feed-forward layers.
  ///   - normalization: The kind of all normalisations.
  public init(
    width: Int = 64,
    heads: Int = 4,
    hidden: Int = 128,
    layers: Int = 3,
    activation: Activation = .softplus,
    normalization: Normalization<Float>.Kind = .batch
  ) {
    self.width = width
    self.heads = heads
    self.hidden = hidden
    self.layers = layers
    self.activation = activation
    self.normalization = normalization
  }

  /// What comes with the tool: batch normalisation and softplus, as PCUs have them.
  public static let standard = SceneNetworkSizes()
}
