/// Zip archives of stored members.
public enum StoredZip {
  /// Returns an archive; names are written as they are, also dangerous ones.
  public static func bytes(_ members: [(name: String, text: String)]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    func raw(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    for member in members {
      let content = Array(member.text.utf8)
      let name = Array(member.name.utf8)
      var shared = raw(UInt32(0)) + raw(UInt32(0x21_0000)) + raw(checksum(content))
      shared += raw(UInt32(content.count)) + raw(UInt32(content.count))
      shared += raw(UInt16(name.count)) + raw(UInt16(0))
      let offset = UInt32(body.count)
      body += raw(UInt32(0x0403_4B50)) + raw(UInt16(20)) + shared + name + content
      directory += raw(UInt32(0x0201_4B50)) + raw(UInt16(0x0314)) + raw(UInt16(20)) + shared
      directory +=
        raw(UInt16(0)) + raw(UInt32(0)) + raw(UInt32(0o100644) << 16) + raw(offset) + name
    }
    let count = UInt16(members.count)
    return body + directory + raw(UInt32(0x0605_4B50)) + raw(UInt32(0)) + raw(count) + raw(count)
      + raw(UInt32(directory.count)) + raw(UInt32(body.count)) + raw(UInt16(0))
  }

  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
