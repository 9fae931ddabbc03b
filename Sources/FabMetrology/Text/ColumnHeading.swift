import FabUnits

/// A heading of a column: a name and a unit, as in `Thickness [nm]`, `Rate (Å/s)`, `Wavelength nm.`.
struct ColumnHeading: Equatable {
  /// The name in lower case, without its unit.
  let name: String
  /// The unit as written, Å and µ in one spelling each; empty where none is.
  let unit: String

  init(_ text: String) {
    var body = Substring(Self.folded(text)).trimmingSpaces
    while body.last == "." { body.removeLast() }
    let pairs: [Character: Character] = [")": "(", "]": "["]
    if let last = body.last, let open = pairs[last], let mark = body.lastIndex(of: open) {
      unit = String(body[body.index(after: mark)...].dropLast().trimmingSpaces)
      name = body[..<mark].trimmingSpaces.lowercased()
      return
    }
    // A unit after the last space: `Wavelength nm`.
    if let space = body.lastIndex(of: " ") {
      let last = String(body[body.index(after: space)...])
      if Self.bareUnits.contains(last) {
        unit = last
        name = body[..<space].trimmingSpaces.lowercased()
        return
      }
    }
    unit = ""
    name = body.lowercased()
  }

  /// Folds the encodings of Å and µ into one each.
  static func folded(_ text: String) -> String {
    text.replacing("\u{212B}", with: "\u{C5}").replacing("A\u{30A}", with: "\u{C5}")
      .replacing("\u{3BC}", with: "\u{B5}")
  }

  private static let bareUnits: Set<String> = [
    "nm", "\u{C5}", "k\u{C5}", "kA", "s", "Hz", "\u{C5}/s", "A/s", "nm/s", "V", "A",
  ]
}
