/// Reads decimal numbers from bytes: digits, one point or comma, an exponent after `e`, `E`, `d` or `D`; nothing else.
///
/// Exact: up to 15 digits and powers of ten up to 22 are one correctly rounded operation on two exact doubles; other
/// numbers take the way of the standard library.
///
/// > Source: W. D. Clinger, *How to read floating point numbers accurately*, PLDI 1990, doi 10.1145/93542.93557.
enum DecimalParser {
  /// Returns the number that all of the bytes spell; `nil` where they spell none, or one beyond the largest double.
  static func value(
    of bytes: UnsafeBufferPointer<UInt8>,
    point: UInt8 = UInt8(ascii: ".")
  ) -> Double? {
    let end = bytes.count
    var index = 0
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits: UInt64 = 0
    var kept = 0
    var power = 0
    var hasDigit = false
    var hasPoint = false
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        hasDigit = true
        // Leading zeros don't count; beyond 19 digits the slow way is taken anyway.
        if kept < 19 {
          digits = digits &* 10 &+ UInt64(digit)
          if digits > 0 { kept += 1 }
          if hasPoint { power -= 1 }
        } else {
          kept += 1
        }
      } else if bytes[index] == point, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard hasDigit else { return nil }
    if index < end {
      guard let shift = exponent(of: bytes, from: index) else { return nil }
      power += shift
    }
    if kept <= 15, power >= -22, power <= 22 {
      let scale = powers[power < 0 ? -power : power]
      let magnitude = power < 0 ? Double(digits) / scale : Double(digits) * scale
      return isNegative ? -magnitude : magnitude
    }
    return slowValue(of: bytes, point: point)
  }

  /// Returns the exponent whose mark stands at an index; `nil` where it isn't one.
  private static func exponent(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let mark = bytes[start] | 0x20
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "d") else { return nil }
    var index = start + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { return nil }
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = min(100_000, value * 10 + Int(digit))
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The same through text; the bytes are known to spell a decimal.
  private static func slowValue(of bytes: UnsafeBufferPointer<UInt8>, point: UInt8) -> Double? {
    var text = ""
    for byte in bytes {
      switch byte {
      case point: text.append(".")
      case UInt8(ascii: "d"), UInt8(ascii: "D"): text.append("e")
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension DecimalParser {
  /// Returns the number that a text spells, spaces around it and the long minus sign allowed.
  static func value(of text: some StringProtocol, isDecimalComma: Bool = false) -> Double? {
    var plain = String(text).replacing("\u{2212}", with: "-")
    plain = String(plain[...].trimmingSpaces)
    return plain.withUTF8 {
      value(of: $0, point: isDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: "."))
    }
  }
}
