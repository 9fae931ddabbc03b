extension Raster {
  /// Creates the picture of a PNG or JPEG file.
  ///
  /// Colour becomes grey by luminance and grey becomes colour where `format` asks for it. What is transparent in a PNG
  /// file lies on white. A PNG file's own gamma is converted to sRGB; profiles for colour management aren't applied.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - format: What a pixel of the result has.
  ///   - limits: How large the picture may say it is.
  /// - Throws: An ``ImageError``; never a crash, whatever the bytes are.
  public init(
    decoding bytes: [UInt8],
    format: PixelFormat = .rgb,
    limits: ImageLimits = ImageLimits()
  ) throws(ImageError) {
    guard !bytes.isEmpty else { throw .empty }
    switch ImageFormat(of: bytes) {
    case .png: self = try PNGCodec.decode(bytes, format: format, limits: limits)
    case .jpeg: self = try JPEGDecoder.decode(bytes, format: format, limits: limits)
    case nil: throw .unknownFormat(firstBytes: Array(bytes.prefix(8)))
    }
  }

  /// The picture as a PNG file, without loss; equal pictures give equal bytes with one version of libpng and zlib.
  public func png() -> [UInt8] { PNGCodec.encode(self) }
}
