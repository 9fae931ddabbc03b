/// How large a picture may say it is before any memory is taken for it.
public struct ImageLimits: Hashable, Sendable {
  /// The most pixels, width times height.
  public var pixelCount: Int
  /// The most scans of a progressive JPEG file; each is a pass over the whole picture.
  public var scanCount: Int

  /// Creates limits; by default 64 Mi pixels (192 MiB as RGB), far above any frame of the data sets.
  public init(pixelCount: Int = 64 << 20, scanCount: Int = 500) {
    self.pixelCount = pixelCount
    self.scanCount = scanCount
  }
}
