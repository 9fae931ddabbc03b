/// The text of lengths in our SVG files: millimetres with at most six decimals, so exact to 1 nm.
package enum SVGNumber {
  /// Returns nanometres as millimetres: no trailing zeros, no exponent, no `-0`.
  package static func millimetres(_ nanometres: Int) -> String {
    let size = nanometres.magnitude
    let whole = size / 1_000_000
    var fraction = size % 1_000_000
    let sign = nanometres < 0 ? "-" : ""
    guard fraction != 0 else { return "\(sign)\(whole)" }
    var digits = 6
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    let text = String(fraction)
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - text.count) + text
  }

  /// Returns a 32-bit coordinate as millimetres.
  package static func millimetres(_ nanometres: Int32) -> String { millimetres(Int(nanometres)) }
}
