/// A length of an attribute: a number and a unit.
struct SVGLength {
  /// The millimetres of a pixel: CSS fixes 96 pixels an inch.
  ///
  /// > Source: CSS Values and Units Level 3, section 5.2.
  static let millimetresPerPixel = 25.4 / 96

  /// The number as written.
  var number: Double
  /// The unit in lower case; empty for none.
  var unit: String

  init(_ text: String) throws(SVGSyntaxError) {
    var scanner = SVGScanner(text)
    number = try scanner.number()
    unit = scanner.word().lowercased()
    if unit.isEmpty, let byte = scanner.peek(), byte == UInt8(ascii: "%") {
      unit = "%"
      try scanner.take("%")
    }
    guard scanner.isAtEnd else { throw SVGSyntaxError(text: "'\(text)' isn't a length") }
  }

  /// The millimetres; `nil` for lengths relative to something else.
  var millimetres: Double? {
    switch unit {
    case "mm": number
    case "cm": number * 10
    case "in": number * 25.4
    case "pt": number * 25.4 / 72
    case "pc": number * 25.4 / 6
    case "px", "": number * Self.millimetresPerPixel
    default: nil
    }
  }

  /// The length in the units of the drawing around the attribute; `nil` for relative lengths.
  var userUnits: Double? {
    unit.isEmpty ? number : millimetres.map { $0 / Self.millimetresPerPixel }
  }
}
