/// Why bytes give no picture.
public enum ImageError: Error, Hashable, Sendable {
  /// There are no bytes at all.
  case empty
  /// The first bytes belong to no format that is read.
  case unknownFormat(firstBytes: [UInt8])
  /// The data end before the picture does.
  case truncated(ImageFormat, byteCount: Int)
  /// The data break the rules of the format; the reason is the library's.
  case corrupt(ImageFormat, reason: String)
  /// The picture says that it has no pixels or more than the limit.
  case size(ImageFormat, width: Int, height: Int, limit: Int)
  /// The format is right, but a picture of this kind isn't read.
  case unsupported(ImageFormat, reason: String)
}
