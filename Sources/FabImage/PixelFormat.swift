/// What a pixel of a raster has.
public enum PixelFormat: Int, Hashable, Sendable, CaseIterable {
  /// One channel: how light it is.
  case gray = 1
  /// Three channels in the order red, green, blue.
  case rgb = 3

  /// The number of channels, each one byte.
  public var channels: Int { rawValue }
}
