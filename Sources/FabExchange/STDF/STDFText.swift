/// Texts in STDF: at most 255 characters of ASCII.
enum STDFText {
  /// Returns a text with the signs of units spelled out.
  static func ascii(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "Ω", "\u{2126}": result += "Ohm"
      case "µ", "μ": result += "u"
      case "°": result += "deg"
      case "²": result += "2"
      case "³": result += "3"
      case "Å": result += "A"
      default: result.append(character)
      }
    }
    return result
  }

  /// Returns what forbids writing a text; `nil` for nothing.
  static func defect(of text: String) -> String? {
    let ascii = ascii(text)
    if ascii.utf8.contains(where: { !(0x20...0x7E).contains($0) }) {
      return "has characters that aren't ASCII"
    }
    return ascii.utf8.count > 255 ? "has \(ascii.utf8.count) characters, at most 255 fit" : nil
  }
}
