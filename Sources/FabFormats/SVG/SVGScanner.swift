/// Reads numbers, flags and commands from an attribute.
struct SVGScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether only spaces and commas are left.
  var isAtEnd: Bool {
    mutating get {
      skipSeparators()
      return index >= bytes.count
    }
  }

  /// The position in characters from 1, for messages.
  var column: Int { index + 1 }

  /// Skips spaces and commas, and returns the next byte without taking it.
  mutating func peek() -> UInt8? {
    skipSeparators()
    return index < bytes.count ? bytes[index] : nil
  }

  /// Takes a letter if one comes next.
  mutating func letter() -> Character? {
    guard let byte = peek(), Character(Unicode.Scalar(byte)).isLetter, byte < 0x80 else {
      return nil
    }
    index += 1
    return Character(Unicode.Scalar(byte))
  }

  /// Takes a word of letters, or an empty one.
  mutating func word() -> String {
    var text = ""
    skipSeparators()
    while index < bytes.count, bytes[index] < 0x80,
      Character(Unicode.Scalar(bytes[index])).isLetter
    {
      text.append(Character(Unicode.Scalar(bytes[index])))
      index += 1
    }
    return text
  }

  /// Takes a certain character.
  mutating func take(_ character: Character) throws(SVGSyntaxError) {
    guard let byte = peek(), Character(Unicode.Scalar(byte)) == character else {
      throw SVGSyntaxError(text: "'\(character)' is missing at character \(column)")
    }
    index += 1
  }

  /// Whether a number comes next.
  mutating func isAtNumber() -> Bool {
    guard let byte = peek() else { return false }
    return Self.isDigit(byte) || "+-.".utf8.contains(byte)
  }

  /// Takes a flag of an arc: a single digit, which the next number may follow without a space.
  mutating func flag() throws(SVGSyntaxError) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else {
      throw SVGSyntaxError(text: "a flag 0 or 1 is missing at character \(column)")
    }
    index += 1
    return byte == UInt8(ascii: "1")
  }

  /// Takes a number.
  mutating func number() throws(SVGSyntaxError) -> Double {
    skipSeparators()
    let start = index
    skip { "+-".utf8.contains($0) }
    var digits = skipDigits()
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      digits += skipDigits()
    }
    if digits > 0, index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      let mark = index
      index += 1
      skip { "+-".utf8.contains($0) }
      // An `e` without digits begins a unit, for instance `em`.
      if skipDigits() == 0 { index = mark }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard digits > 0, let value = Double(text.hasSuffix(".") ? text + "0" : text) else {
      index = start
      throw SVGSyntaxError(text: "a number is missing at character \(column)")
    }
    guard value.isFinite else {
      throw SVGSyntaxError(text: "'\(text.prefix(20))' isn't a finite number", isNotFinite: true)
    }
    return value
  }

  private mutating func skip(one isWanted: (UInt8) -> Bool) {
    if index < bytes.count, isWanted(bytes[index]) { index += 1 }
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  private mutating func skipSeparators() {
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") {
      index += 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
