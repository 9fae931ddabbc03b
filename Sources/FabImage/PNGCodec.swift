import CLibPNG

/// PNG by the simplified interface of libpng, which returns its errors instead of jumping.
enum PNGCodec {
  static func decode(
    _ bytes: [UInt8],
    format: PixelFormat,
    limits: ImageLimits
  ) throws(ImageError) -> Raster {
    let frame = try PNGFrame(bytes)
    // Division instead of a product that may overflow.
    guard frame.width > 0, frame.height > 0, frame.width <= limits.pixelCount / frame.height else {
      throw .size(.png, width: frame.width, height: frame.height, limit: limits.pixelCount)
    }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    let pixels: [UInt8]? = bytes.withUnsafeBytes { source -> [UInt8]? in
      guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0 else {
        return nil
      }
      image.format = layout(of: format)
      var white = png_color(red: 255, green: 255, blue: 255)
      var result = [UInt8](repeating: 0, count: frame.width * frame.height * format.channels)
      let status = result.withUnsafeMutableBytes {
        png_image_finish_read(&image, &white, $0.baseAddress, 0, nil)
      }
      return status != 0 ? result : nil
    }
    guard let pixels else { throw .corrupt(.png, reason: message(of: image)) }
    return Raster(width: frame.width, height: frame.height, format: format, bytes: pixels)
  }

  static func encode(_ raster: Raster) -> [UInt8] {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(raster.width)
    image.height = png_uint_32(raster.height)
    image.format = layout(of: raster.format)
    defer { png_image_free(&image) }
    return raster.bytes.withUnsafeBytes { source in
      // The first call finds the size, the second writes.
      var size: png_alloc_size_t = 0
      guard png_image_write_to_memory(&image, nil, &size, 0, source.baseAddress, 0, nil) != 0 else {
        preconditionFailure("no memory for a PNG file (\(message(of: image)))")
      }
      var result = [UInt8](repeating: 0, count: Int(size))
      let status = result.withUnsafeMutableBytes {
        png_image_write_to_memory(&image, $0.baseAddress, &size, 0, source.baseAddress, 0, nil)
      }
      precondition(status != 0, "no memory for a PNG file (\(message(of: image)))")
      return Array(result.prefix(Int(size)))
    }
  }

  private static func layout(of format: PixelFormat) -> png_uint_32 {
    switch format {
    case .gray: 0  // PNG_FORMAT_GRAY
    case .rgb: png_uint_32(PNG_FORMAT_FLAG_COLOR)
    }
  }

  private static func message(of image: png_image) -> String {
    withUnsafeBytes(of: image.message) { text in
      String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
