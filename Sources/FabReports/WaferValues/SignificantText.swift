import Foundation

/// Numbers with a few significant digits, for cells and tables of pictures.
enum SignificantText {
  /// Returns a number with so many digits, with an exponent where it would be long.
  static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let text = String(format: "%.\(max(1, min(17, digits)))g", value)
    return text.replacingOccurrences(of: "-", with: "\u{2212}")
  }
}
