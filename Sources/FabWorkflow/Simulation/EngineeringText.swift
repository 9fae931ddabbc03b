import Foundation

/// Numbers for people: four digits and a prefix of the unit.
enum EngineeringText {
  private static let prefixes = [
    "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T",
  ]

  /// Returns a number with its unit, for instance `1.235 nA`.
  static func text(_ value: Double, _ unit: String, digits: Int = 4) -> String {
    guard value.isFinite else {
      return value.isNaN ? "not a number" : "\(value < 0 ? "-" : "")infinite"
    }
    guard value != 0 else { return "0 \(unit)" }
    // Rounded first, so that 999.97 pA is 1 nA.
    let rounded = Double(plain(value, digits: digits)) ?? value
    let power = Int((log10(abs(rounded)) / 3 + 1e-12).rounded(.down))
    guard (-6...4).contains(power) else { return plain(value, digits: digits) + " " + unit }
    let scaled = value / pow(10, Double(3 * power))
    return plain(scaled, digits: digits) + " " + prefixes[power + 6] + unit
  }

  /// Returns a number with so many significant digits.
  static func plain(_ value: Double, digits: Int = 4) -> String {
    String(format: "%.\(digits)g", value)
  }
}
