import FabDiagnostics

/// Names from files of other systems: ids of substrates, lots, devices.
///
/// They end up in file names, databases and reports, so what would leave a folder, end a text or hide itself
/// is refused rather than repaired: a repaired id is another id.
enum ExchangeName {
  /// The most characters of a name [ours].
  static let longest = 128

  /// Returns what is wrong with a name; `nil` for nothing.
  static func defect(of name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.count > longest || name.utf8.count > 4 * longest {
      return "it has \(name.count) characters; at most \(longest) are taken"
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0xFFFD: return "it has a control character"
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C:
        return "it has an invisible mark (U+\(String(scalar.value, radix: 16, uppercase: true)))"
      case 0x2F, 0x5C: return "it has a '\(scalar)'"
      default: break
      }
    }
    if name == "." || name.contains("..") { return "it has dots that name another folder" }
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      return "it begins or ends with a space"
    }
    return nil
  }

  /// Reports a name that is refused, and tells whether it stands.
  static func check(
    _ name: String,
    what: String,
    at place: Place?,
    _ collector: DiagnosticCollector
  ) -> Bool {
    guard let defect = defect(of: name) else { return true }
    collector.add(
      Diagnostic(
        .invalidName,
        at: place,
        "\(what) '\(shown(name))' is refused: \(defect)",
        fixes: ["use letters, digits, '-', '_' and '.', at most \(longest) characters"]
      )
    )
    return false
  }

  /// A text from a file as messages show it: short, and without characters that a terminal acts on.
  static func shown(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(40) {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.dropFirst(40).isEmpty ? result : result + "…"
  }
}
