import FabDiagnostics

/// The bytes of a document and where its lines begin.
struct XMLSource: Sendable {
  let file: String
  let bytes: [UInt8]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The longest line, in bytes, that a message quotes.
  static let longestQuotedLine = 4000

  /// Returns the place of a byte.
  func place(ofByte offset: Int) -> Place {
    let offset = min(max(0, offset), bytes.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return place(line: low + 1, byteColumn: offset - lineStarts[low] + 1)
  }

  /// Returns a place from a line and a column in bytes, both from 1, as libxml2 counts.
  func place(line: Int, byteColumn: Int) -> Place {
    let line = min(max(1, line), lineStarts.count)
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let stop = min(end, start + max(0, byteColumn - 1))
    // Continuation bytes of UTF-8 don't begin a character.
    let column = bytes[start..<max(start, stop)].count { $0 & 0xC0 != 0x80 } + 1
    let isShort = end - start <= Self.longestQuotedLine
    return .text(
      SourceRange(
        file: file,
        start: SourcePosition(line: line, column: column),
        length: 1,
        line: isShort ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
      )
    )
  }

  private let lineStarts: [Int]
}
