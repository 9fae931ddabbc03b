/// A picture in memory: rows from the top down, pixels from the left, 8 bits a channel in the sRGB encoding.
public struct Raster: Hashable, Sendable {
  /// The pixels in a row; at least 1.
  public let width: Int
  /// The rows; at least 1.
  public let height: Int
  /// What a pixel has.
  public let format: PixelFormat
  /// The values, `[row, column, channel]`.
  public let bytes: [UInt8]

  /// Creates a picture from its values.
  ///
  /// - Precondition: Width and height are positive, and `bytes` has `width * height * channels` values.
  public init(width: Int, height: Int, format: PixelFormat, bytes: [UInt8]) {
    precondition(
      width > 0 && height > 0 && bytes.count == width * height * format.channels,
      "\(width) x \(height) pixels of \(format.channels) channels aren't \(bytes.count) bytes"
    )
    self.width = width
    self.height = height
    self.format = format
    self.bytes = bytes
  }

  /// Creates a picture from values between 0 and 1; what lies outside is cut, what isn't a number becomes 0.
  ///
  /// - Precondition: As ``init(width:height:format:bytes:)``.
  public init(width: Int, height: Int, format: PixelFormat, values: some Collection<Float>) {
    self.init(
      width: width,
      height: height,
      format: format,
      bytes: values.map { $0 > 0 ? UInt8((min($0, 1) * 255).rounded()) : 0 }
    )
  }

  /// The values between 0 and 1, `[row, column, channel]`.
  public var values: [Float] { bytes.map { Float($0) / 255 } }

  /// Returns one value.
  ///
  /// - Precondition: Row, column and channel lie inside.
  public subscript(row row: Int, column column: Int, channel channel: Int = 0) -> UInt8 {
    bytes[(row * width + column) * format.channels + channel]
  }
}
