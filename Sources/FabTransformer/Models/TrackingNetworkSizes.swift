public import FabTensor

/// The extents of a network that finds a target in pictures of one or two modalities.
public struct TrackingNetworkSizes: Hashable, Sendable {
  /// The channels of a token.
  public var width: Int
  /// The heads of each attention; divides the width.
  public var heads: Int
  /// The channels between the feed-forward layers.
  public var hidden: Int
  /// The encoder layers, whose weights both modalities share.
  public var layers: Int
  /// The encoder layers, from 0, after which the modalities meet through the template.
  public var fusionAfter: [Int]
  /// The function between the feed-forward layers, in the fusion and in the head.
  public var activation: Activation
  /// The kind of all normalisations.
  public var normalization: Normalization<Float>.Kind

  /// Creates extents; the defaults are those of ``standard``.
  ///
  /// - Parameters:
  ///   - width: The channels of a token.
  ///   - heads: The heads of each attention; divides the width.
  ///   - hidden: The channels between the feed-forward layers.
  ///   - layers: The encoder layers, whose weights both modalities share.
  ///   - fusionAfter: The encoder layers after which the modalities meet.
  ///   - activation: The function between the feed-forward layers, in the fusion and in the head.
  ///   - normalization: The kind of all normalisations.
  public init(
    width: Int = 64,
    heads: Int = 4,
    hidden: Int = 128,
    layers: Int = 3,
    fusionAfter: [Int] = [1, 2],
    activation: Activation = .gelu,
    normalization: Normalization<Float>.Kind = .batch
  ) {
    self.width = width
    self.heads = heads
    self.hidden = hidden
    self.layers = layers
    self.fusionAfter = fusionAfter
    self.activation = activation
    self.normalization = normalization
  }

  /// What comes with the tool: batch normalisation and GELU, as PCUs have them.
  public static let standard = TrackingNetworkSizes()
}
