import FabUnits

/// Appends groups, each a code and a value on lines of their own, to a DXF file.
struct DXFGroups {
  /// What has been written so far.
  private(set) var text = ""

  /// Appends a text.
  mutating func add(_ code: Int, _ value: String) {
    text += "\(code)\n\(value)\n"
  }

  /// Appends an integer.
  mutating func add(_ code: Int, _ value: Int) {
    text += "\(code)\n\(value)\n"
  }

  /// Appends a length in nanometres as millimetres with six decimals.
  mutating func add(_ code: Int, nanometres value: Int) {
    text += "\(code)\n\(Self.millimetres(value))\n"
  }

  /// Appends a number without an exponent, so that it reads back as the same `Double`.
  mutating func add(_ code: Int, plain value: Double) {
    text += "\(code)\n\(Self.plain(value))\n"
  }

  /// Appends groups that were made elsewhere.
  mutating func add(_ other: DXFGroups) {
    text += other.text
  }

  /// Returns a length in millimetres; 1 nm is the last decimal.
  static func millimetres(_ nanometres: Int) -> String {
    let digits = String(nanometres.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return (nanometres < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
  }

  /// Returns the shortest digits that read back as the value, without an exponent.
  static func plain(_ value: Double) -> String {
    guard value != 0, let decimal = ExactDecimal(value) else { return "0.0" }
    let digits = String(decimal.significand.magnitude)
    let sign = value < 0 ? "-" : ""
    guard decimal.exponent < 0 else {
      return sign + digits + String(repeating: "0", count: decimal.exponent) + ".0"
    }
    let padding = String(repeating: "0", count: max(0, 1 - decimal.exponent - digits.count))
    let padded = padding + digits
    return sign + padded.dropLast(-decimal.exponent) + "." + padded.suffix(-decimal.exponent)
  }
}
