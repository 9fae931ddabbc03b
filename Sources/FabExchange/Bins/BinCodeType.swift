/// How bin codes are spelled in the rows of a map.
///
/// > Source: SEMI E142 and G85 as their public descriptions name the types; widths as in published files.
public enum BinCodeType: String, CaseIterable, Sendable {
  /// One printable ASCII character a device; the code is the character's number.
  case ascii = "ASCII"
  /// Three decimal digits a device, with spaces between devices.
  case decimal = "Decimal"
  /// Two hexadecimal digits a device.
  case hexadecimal = "HexaDecimal"
  /// Four hexadecimal digits a device.
  case integer2 = "Integer2"

  /// Reads a spelling as makers write it, whatever its capitals; `nil` for one that stands for none.
  public init?(spelling: String) {
    switch spelling.lowercased() {
    case "ascii": self = .ascii
    case "decimal", "dec": self = .decimal
    case "hexadecimal", "hex": self = .hexadecimal
    case "integer2", "int2": self = .integer2
    default: return nil
    }
  }

  /// The characters that a device has in a packed row.
  public var width: Int {
    switch self {
    case .ascii: 1
    case .decimal: 3
    case .hexadecimal: 2
    case .integer2: 4
    }
  }

  /// The codes that can be written.
  public var codes: ClosedRange<Int> {
    switch self {
    case .ascii: 0x21...0x7E
    case .decimal: 0...999
    case .hexadecimal: 0...0xFF
    case .integer2: 0...0xFFFF
    }
  }

  /// The text between the devices of a row.
  public var separator: String { self == .decimal ? " " : "" }

  /// Returns a code as text of the type's width.
  ///
  /// - Precondition: The code is one of ``codes``.
  public func text(of code: Int) -> String {
    precondition(codes.contains(code), "\(rawValue) has no code \(code)")
    switch self {
    case .ascii: return String(decoding: [UInt8(code)], as: UTF8.self)
    case .decimal, .hexadecimal, .integer2:
      let digits = String(code, radix: self == .decimal ? 10 : 16, uppercase: true)
      return String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// Reads the text of one device, or of an attribute, where leading zeros may be missing.
  public func code(of text: some StringProtocol) -> Int? {
    switch self {
    case .ascii:
      guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
      return codes.contains(Int(byte)) ? Int(byte) : nil
    case .decimal, .hexadecimal, .integer2:
      // Int(_:radix:) would take a sign, which no code has.
      guard (1...width).contains(text.utf8.count), text.first?.isHexDigit == true else {
        return nil
      }
      return Int(text, radix: self == .decimal ? 10 : 16)
    }
  }
}
