import CTurboJPEG

/// JPEG by libjpeg-turbo, every warning taken for an error: a frame that ends early would be half grey otherwise.
enum JPEGDecoder {
  static func decode(
    _ bytes: [UInt8],
    format: PixelFormat,
    limits: ImageLimits
  ) throws(ImageError) -> Raster {
    guard let decoder = tjInitDecompress() else { preconditionFailure("no memory for a decoder") }
    defer { tjDestroy(decoder) }
    var width: Int32 = 0
    var height: Int32 = 0
    var subsampling: Int32 = 0
    var space: Int32 = 0
    let status = bytes.withUnsafeBufferPointer {
      tjDecompressHeader3(
        decoder,
        $0.baseAddress,
        CUnsignedLong($0.count),
        &width,
        &height,
        &subsampling,
        &space
      )
    }
    guard status == 0 else { throw failure(decoder, bytes) }
    // A file that is cut before its frame header has tables only, which isn't an error for the library.
    guard width > 0 || height > 0 || bytes.suffix(2) == [0xFF, 0xD9] else {
      throw .truncated(.jpeg, byteCount: bytes.count)
    }
    guard width > 0, height > 0, Int(width) <= limits.pixelCount / Int(height) else {
      throw .size(.jpeg, width: Int(width), height: Int(height), limit: limits.pixelCount)
    }
    guard space != Int32(TJCS_CMYK.rawValue), space != Int32(TJCS_YCCK.rawValue) else {
      throw .unsupported(.jpeg, reason: "its colours are for printing, CMYK")
    }
    // libjpeg-turbo's own limit is 500 scans; a lower one is checked here.
    guard scanCount(bytes) <= limits.scanCount else {
      throw .unsupported(.jpeg, reason: "it has more than \(limits.scanCount) scans")
    }
    var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height) * format.channels)
    let kind = format == .gray ? TJPF_GRAY : TJPF_RGB
    let outcome = bytes.withUnsafeBufferPointer { source in
      pixels.withUnsafeMutableBufferPointer { target in
        tjDecompress2(
          decoder,
          source.baseAddress,
          CUnsignedLong(source.count),
          target.baseAddress,
          width,
          0,
          height,
          Int32(kind.rawValue),
          TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT
        )
      }
    }
    guard outcome == 0 else { throw failure(decoder, bytes) }
    return Raster(width: Int(width), height: Int(height), format: format, bytes: pixels)
  }

  /// The markers "start of scan"; within the entropy-coded data 0xFF is always followed by 0 or a restart marker.
  private static func scanCount(_ bytes: [UInt8]) -> Int {
    zip(bytes, bytes.dropFirst()).count { $0 == (0xFF, 0xDA) }
  }

  private static func failure(_ decoder: tjhandle, _ bytes: [UInt8]) -> ImageError {
    let reason = tjGetErrorStr2(decoder).map { String(cString: $0) } ?? "no reason given"
    let isShort = ["premature end", "ended prematurely", "empty input"]
      .contains {
        reason.lowercased().contains($0)
      }
    // A file cut in its header gives other messages: one that lacks the marker at the end is cut.
    let hasEnd = bytes.suffix(2) == [0xFF, 0xD9]
    return isShort || !hasEnd
      ? .truncated(.jpeg, byteCount: bytes.count) : .corrupt(.jpeg, reason: reason)
  }
}
