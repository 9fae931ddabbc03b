/// The text of one row of a map, taken apart into codes.
enum BinRowText {
  /// Why a row gives no codes.
  enum Defect: Error {
    /// The row has too few or too many devices.
    case length(found: Int, expected: Int)
    /// A device's text is no code; columns count from 1.
    case code(text: String, column: Int)
    /// The row's text doesn't divide into devices.
    case partial(characters: Int, width: Int)
  }

  /// Takes a row apart.
  ///
  /// Codes stand packed or with white space between them, whichever a maker chose; a packed row may be broken
  /// over lines and indented.
  static func codes(
    _ text: String,
    type: BinCodeType,
    expected: Int
  ) throws(Defect) -> [Int] {
    let words = text.split(whereSeparator: \.isWhitespace)
    let pieces: [Substring]
    let isSpaced = words.count == expected && words.allSatisfy { $0.utf8.count <= type.width }
    if isSpaced || (words.count > 1 && type == .decimal) {
      pieces = words
    } else {
      let packed = words.joined()
      // Non-ASCII characters can't be codes; the count of bytes alone would cut through them.
      guard packed.utf8.allSatisfy({ $0 < 0x80 }) else {
        let odd = packed.firstIndex { !$0.isASCII } ?? packed.startIndex
        let column = packed.distance(from: packed.startIndex, to: odd) / type.width + 1
        throw .code(text: String(packed[odd]), column: column)
      }
      guard packed.utf8.count.isMultiple(of: type.width) else {
        throw .partial(characters: packed.utf8.count, width: type.width)
      }
      var index = packed.startIndex
      var cut: [Substring] = []
      while index < packed.endIndex {
        let end = packed.utf8.index(index, offsetBy: type.width)
        cut.append(packed[index..<end])
        index = end
      }
      pieces = cut
    }
    guard pieces.count == expected else {
      throw .length(found: pieces.count, expected: expected)
    }
    var codes: [Int] = []
    codes.reserveCapacity(expected)
    for (index, piece) in pieces.enumerated() {
      guard let code = type.code(of: piece) else {
        throw .code(text: String(piece), column: index + 1)
      }
      codes.append(code)
    }
    return codes
  }
}
