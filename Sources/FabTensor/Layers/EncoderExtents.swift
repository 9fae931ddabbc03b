/// The extents of an encoder layer.
public struct EncoderExtents: Hashable, Sendable {
  /// The channels of a token.
  public var channels: Int
  /// The heads of the attention; divides the channels.
  public var heads: Int
  /// The channels between the feed-forward layers.
  public var hidden: Int

  /// Creates extents.
  ///
  /// - Parameters:
  ///   - channels: The channels of a token.
  ///   - heads: The heads of the attention.
  ///   - hidden: The channels between the feed-forward layers.
  public init(channels: Int, heads: Int, hidden: Int) {
    self.channels = channels
    self.heads = heads
    self.hidden = hidden
  }
}
