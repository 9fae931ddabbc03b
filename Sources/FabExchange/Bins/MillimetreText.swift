/// Lengths in map files: millimetres with at most six decimals, no exponent, no trailing zeros.
enum MillimetreText {
  /// Returns the text of a length.
  ///
  /// - Precondition: The length is finite and below a kilometre.
  static func text(_ millimetres: Double) -> String {
    precondition(abs(millimetres) < 1e6, "\(millimetres) mm is no length on a substrate")
    let nanometres = Int((millimetres * 1e6).rounded())
    let whole = nanometres.magnitude / 1_000_000
    let rest = nanometres.magnitude % 1_000_000
    let sign = nanometres < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    var fraction = String(rest + 1_000_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}
