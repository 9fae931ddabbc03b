/// What a PNG file says about itself before anything is unpacked: its size, and whether its last chunk is there.
struct PNGFrame {
  let width: Int
  let height: Int

  /// Walks over the chunks: length, name, content, checksum; checksums are left to libpng.
  ///
  /// > Source: ISO/IEC 15948, sections 5.3 (chunk layout) and 11.2.2 (IHDR).
  init(_ bytes: [UInt8]) throws(ImageError) {
    var offset = ImageFormat.signature.count
    var size: (Int, Int)?
    while true {
      guard offset + 12 <= bytes.count else { throw .truncated(.png, byteCount: bytes.count) }
      let length = Self.number(bytes, at: offset)
      let name = Array(bytes[(offset + 4)..<(offset + 8)])
      guard name.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) }) else {
        throw .corrupt(.png, reason: "no chunk begins at byte \(offset)")
      }
      guard length <= 0x7FFF_FFFF else {
        throw .corrupt(.png, reason: "the chunk at byte \(offset) has a length above 2^31 - 1")
      }
      guard length <= bytes.count - offset - 12 else {
        throw .truncated(.png, byteCount: bytes.count)
      }
      if size == nil {
        guard name == Array("IHDR".utf8), length == 13 else {
          throw .corrupt(.png, reason: "the first chunk isn't a header of 13 bytes")
        }
        size = (Self.number(bytes, at: offset + 8), Self.number(bytes, at: offset + 12))
      }
      offset += 12 + length
      if name == Array("IEND".utf8) { break }
    }
    (width, height) = size ?? (0, 0)
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
