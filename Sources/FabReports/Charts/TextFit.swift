/// Texts cut to the space that they have, without knowing the font's widths exactly.
enum TextFit {
  /// Returns about how wide a text is in DejaVu Sans, on the safe side for mixed text.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    Double(text.count) * size * (isBold ? 0.69 : 0.61)
  }

  /// Returns a text in lines that fit a width, broken between words; what exceeds the lines ends in "…".
  static func lines(
    _ text: String,
    width: Double,
    size: Double,
    isBold: Bool = false,
    limit: Int = 2
  ) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      let longer = last.isEmpty ? String(word) : last + " " + word
      if last.isEmpty || self.width(of: longer, size: size, isBold: isBold) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    if lines.count > limit {
      lines[limit - 1] = lines[(limit - 1)...].joined(separator: " ")
      lines.removeSubrange(limit...)
    }
    return lines.map { cut($0, width: width, size: size, isBold: isBold) }
  }

  /// Returns a text cut to a width.
  static func cut(
    _ text: String,
    width: Double,
    size: Double,
    isBold: Bool = false
  ) -> String {
    guard self.width(of: text, size: size, isBold: isBold) > width else { return text }
    let count = max(1, Int(width / (size * (isBold ? 0.69 : 0.61))) - 1)
    return text.prefix(count) + "…"
  }
}
