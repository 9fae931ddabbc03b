/// Zip archives as bytes, with every defect that a test needs.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a stored member.
  mutating func add(
    _ name: String,
    _ content: [UInt8],
    checksum: UInt32? = nil,
    flags: UInt16 = 0,
    mode: UInt32 = 0o100644
  ) {
    add(
      name,
      packed: content,
      size: content.count,
      method: 0,
      checksum: checksum ?? Self.checksum(content),
      flags: flags,
      mode: mode
    )
  }

  /// Adds `258 runs + 1` zeros that deflate packs about 160 times.
  mutating func addZeros(_ name: String, runs: Int) {
    var bits = BitWriter()
    bits.append(0b011, count: 3)
    bits.appendReversed(0b0011_0000, count: 8)
    for _ in 0..<runs {
      bits.appendReversed(0b1100_0101, count: 8)
      bits.appendReversed(0, count: 5)
    }
    bits.append(0, count: 7)
    let size = 258 * runs + 1
    add(
      name,
      packed: bits.bytes,
      size: size,
      method: 8,
      checksum: Self.checksum(Array(repeating: 0, count: size)),
      flags: 0,
      mode: 0o100644
    )
  }

  private mutating func add(
    _ name: String,
    packed: [UInt8],
    size: Int,
    method: UInt16,
    checksum: UInt32,
    flags: UInt16,
    mode: UInt32
  ) {
    let shared =
      Self.bytes(flags) + Self.bytes(method) + Self.bytes(UInt32(0x21_0000))
      + Self.bytes(checksum) + Self.bytes(UInt32(packed.count)) + Self.bytes(UInt32(size))
      + Self.bytes(UInt16(name.utf8.count)) + Self.bytes(UInt16(0))
    let offset = UInt32(body.count)
    body += Self.bytes(UInt32(0x0403_4B50)) + Self.bytes(UInt16(20)) + shared
    body += Array(name.utf8) + packed
    directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(0x0314))
    directory += Self.bytes(UInt16(20)) + shared + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    directory += Self.bytes(UInt16(0)) + Self.bytes(mode << 16) + Self.bytes(offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    body + directory + Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt32(0))
      + Self.bytes(UInt16(count)) + Self.bytes(UInt16(count))
      + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count))
      + Self.bytes(UInt16(0))
  }

  private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// Bits packed from the lowest of each byte, as deflate does.
private struct BitWriter {
  var bytes: [UInt8] = []
  private var used = 8

  mutating func append(_ value: Int, count: Int) {
    for bit in 0..<count { append(value >> bit & 1) }
  }

  /// Codes of Huffman trees begin with their highest bit.
  mutating func appendReversed(_ value: Int, count: Int) {
    for bit in (0..<count).reversed() { append(value >> bit & 1) }
  }

  private mutating func append(_ bit: Int) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit << used)
    used += 1
  }
}
