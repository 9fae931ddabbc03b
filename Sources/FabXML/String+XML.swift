extension String {
  /// Whether the text is an XML name of ASCII characters, with at most one prefix.
  var isXMLName: Bool {
    let parts = utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      guard let first = part.first, Self.isNameStart(first) else { return false }
      return part.dropFirst()
        .allSatisfy { byte in
          Self.isNameStart(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// The text with U+FFFD in place of characters that XML 1.0 can't carry.
  ///
  /// > Source: XML 1.0, fifth edition, production 2 (Char).
  var withXMLCharactersOnly: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      let isAllowed =
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
      result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
    }
    return result
  }
}
