/// How the bytes of a text stand for characters.
enum TextEncoding: Equatable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// Tells the encoding by its mark, else by zeros at every second byte, else by whether the bytes are UTF-8.
  static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let start = bytes.prefix(64)
    if start.count >= 4, start.count.isMultiple(of: 2) {
      let zerosAtOdd = start.indices.allSatisfy { (start[$0] == 0) == !$0.isMultiple(of: 2) }
      if zerosAtOdd { return (.utf16LittleEndian, 0) }
      let zerosAtEven = start.indices.allSatisfy { (start[$0] == 0) == $0.isMultiple(of: 2) }
      if zerosAtEven { return (.utf16BigEndian, 0) }
    }
    return (String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8, 0)
  }

  /// Returns the text; `nil` where the bytes break the encoding.
  func text(of bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .windows1252:
      var result = ""
      for byte in bytes { result.unicodeScalars.append(Self.scalar(ofWindows1252: byte)) }
      return result
    case .utf16LittleEndian, .utf16BigEndian:
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2)
        .map { index in
          let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
          return self == .utf16LittleEndian ? first | second << 8 : first << 8 | second
        }
      return String(validating: units, as: UTF16.self)
    }
  }

  /// Latin 1 but for 0x80...0x9F, of which instruments' texts need the dashes, quotes and the euro at most.
  ///
  /// > Source: Unicode Consortium, *MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT*.
  private static func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80]
  }

  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}
