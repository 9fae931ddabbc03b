/// Turns messages into text for people, with an excerpt of the line and a caret below the place.
public struct TextRenderer: Sendable {
  /// Whether to colour with ANSI escapes.
  public let usesColor: Bool

  /// Creates a renderer.
  public init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  /// Returns the text of one message, ending in a line feed.
  public func text(for diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let heading = diagnostic.place.map { "\($0.heading): " } ?? ""
    let severity = paint(diagnostic.severity.rawValue, as: diagnostic.severity)
    lines.append("\(heading)\(severity): \(diagnostic.summary) [\(diagnostic.code.rawValue)]")
    if case .text(let range)? = diagnostic.place { lines += excerpt(of: range) }
    for note in diagnostic.notes {
      let place = note.place.map { "\($0.heading): " } ?? ""
      lines.append("   note: \(place)\(note.text)")
    }
    for fix in diagnostic.fixes { lines.append("   fix: \(fix)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the text of all messages.
  public func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text(for: $0) }.joined()
  }

  private func excerpt(of range: SourceRange) -> [String] {
    guard !range.line.isEmpty else { return [] }
    let number = String(range.start.line)
    let characters = Array(range.line)
    // A long line is cut to a window around the place.
    let first = range.start.column > 70 ? range.start.column - 40 : 1
    let window = characters.dropFirst(first - 1).prefix(90)
    let shown = (first > 1 ? "…" : "") + String(window).replacing("\t", with: " ")
    let indent = range.start.column - first + (first > 1 ? 1 : 0)
    let caretCount = max(1, min(range.length, 91 - indent))
    let gutter = String(repeating: " ", count: number.count)
    return [
      "\(number) | \(shown)",
      "\(gutter) | " + String(repeating: " ", count: max(0, indent))
        + String(repeating: "^", count: caretCount),
    ]
  }

  private func paint(_ text: String, as severity: Severity) -> String {
    guard usesColor else { return text }
    let color =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(color)m\(text)\u{1B}[0m"
  }
}
