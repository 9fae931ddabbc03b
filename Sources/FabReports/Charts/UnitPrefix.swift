/// Powers of a thousand in front of units, as in `nA`.
enum UnitPrefix {
  private static let prefixes = [
    -15: "f", -12: "p", -9: "n", -6: "µ", -3: "m", 3: "k", 6: "M", 9: "G", 12: "T",
  ]

  /// Units that take a prefix.
  private static let units: Set<String> = ["A", "V", "S", "s", "W", "J", "Ω", "F", "Hz", "m", "C"]

  /// Returns the text after a label: its unit with a power of ten, in brackets; empty where there is neither.
  static func suffix(unit: String, exponent: Int) -> String {
    if exponent == 0 { return unit.isEmpty ? "" : " (\(unit))" }
    if units.contains(unit), let prefix = prefixes[exponent] { return " (\(prefix)\(unit))" }
    let power = "10" + superscript(exponent)
    return unit.isEmpty ? " (\(power))" : " (\(power) \(unit))"
  }

  /// Returns a number in raised digits.
  static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (number < 0 ? "⁻" : "")
      + String(String(number.magnitude).compactMap { $0.wholeNumberValue }.map { digits[$0] })
  }
}
