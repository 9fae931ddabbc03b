import FabUnits

/// A number as instruments and spreadsheets write it.
enum IVNumber {
  /// From here on a value is the mark of an instrument for "overflow" or "not a number".
  ///
  /// > Source: SCPI-1999, volume 1, section 7.2.1: 9.9E37 and 9.91E37.
  static let overflow = 9e36

  /// Returns the value of a text in SI units; `nil` where it's no number.
  ///
  /// Words for "not a number" and infinity give those; overflow marks are never scaled, or they'd look like values.
  static func value(of text: String, exponent: Int, isDecimalComma: Bool) -> Double? {
    var plain = text.replacing("\u{2212}", with: "-")
    switch plain.lowercased().drop(while: { "+-".contains($0) }) {
    case "nan", "n/a", "#n/a", "na": return .nan
    case "inf", "infinity", "∞": return plain.hasPrefix("-") ? -.infinity : .infinity
    default: break
    }
    if isDecimalComma, plain.count(where: { $0 == "," }) == 1, !plain.contains(".") {
      plain = plain.replacing(",", with: ".")
    }
    guard plain.allSatisfy({ "0123456789+-.eE".contains($0) }), let raw = Double(plain) else {
      return nil
    }
    guard raw.isFinite, abs(raw) < overflow, exponent != 0 else { return raw }
    // Shifted in decimal, so that 1.1 mV is the Double that 0.0011 V is.
    return ExactDecimal(plain)?.shifted(by: exponent).doubleValue
      ?? raw * (Double("1e\(exponent)") ?? .nan)
  }
}
