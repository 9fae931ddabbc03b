extension Safetensors {
  /// Returns the file: equal content gives equal bytes.
  ///
  /// Metadata are sorted by key; the header is padded with spaces, so that the numbers start at a multiple of 8.
  public func encoded() -> [UInt8] {
    let arrays = sorted
    var parts: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
      parts.append("\"\(Self.metadataKey)\":{\(texts.joined(separator: ","))}")
    }
    var start = 0
    for array in arrays {
      let end = start + array.bytes.count
      let extents = array.shape.extents.map(String.init).joined(separator: ",")
      parts.append(
        "\(Self.quoted(array.name)):{\"dtype\":\"\(array.type.rawValue)\","
          + "\"shape\":[\(extents)],\"data_offsets\":[\(start),\(end)]}"
      )
      start = end
    }
    var header = Array("{\(parts.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(0x20) }
    var result: [UInt8] = []
    result.reserveCapacity(8 + header.count + start)
    for byte in 0..<8 { result.append(UInt8(truncatingIfNeeded: header.count >> (8 * byte))) }
    result += header
    for array in arrays { result += array.bytes }
    return result
  }

  /// A JSON string as the reference implementation writes it: short escapes where JSON has them.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
