/// Finds where the start tags of a document are, and declarations that we refuse.
///
/// libxml2 keeps for an element only the line where its start tag ends. In a well-formed document without
/// a DTD this scan meets the start tags in the order of the tree.
struct StartTagScanner {
  /// The offsets of the start tags.
  private(set) var offsets: [Int] = []
  /// The offset of the first `<!` that is neither a comment nor CDATA.
  private(set) var declaration: Int?
  /// The `<?xml ... ?>` at the beginning.
  private(set) var header: Range<Int>?

  /// Scans bytes; a document that isn't well-formed gives what was found up to its defect.
  init(_ bytes: [UInt8]) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let begin = index
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard open + 1 < bytes.count else { return }
      let rest = bytes[(open + 1)...]
      var end: Int?
      switch bytes[open + 1] {
      case UInt8(ascii: "?"):
        end = Self.end(of: "?>", in: bytes, from: open + 2)
        if open == begin, rest.starts(with: Array("?xml ".utf8)), let end { header = open..<end }
      case UInt8(ascii: "!"):
        if rest.starts(with: Array("!--".utf8)) {
          end = Self.end(of: "-->", in: bytes, from: open + 4)
        } else if rest.starts(with: Array("![CDATA[".utf8)) {
          end = Self.end(of: "]]>", in: bytes, from: open + 9)
        } else {
          declaration = open
          return
        }
      case UInt8(ascii: "/"):
        end = Self.end(of: ">", in: bytes, from: open + 2)
      default:
        offsets.append(open)
        end = Self.endOfTag(in: bytes, from: open + 1)
      }
      guard let end else { return }
      index = end
    }
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        return index + mark.count
      }
      index += 1
    }
    return nil
  }

  private static func endOfTag(in bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return nil
  }
}
