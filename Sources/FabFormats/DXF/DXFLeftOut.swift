import FabDiagnostics

/// What a DXF file contained that isn't part of the layout, counted with the line of the first one.
struct DXFLeftOut {
  private var found: [String: (count: Int, line: Int)] = [:]

  /// Counts one more of something that a sentence names.
  mutating func note(_ sentence: String, line: Int) {
    found[sentence, default: (0, line)].count += 1
  }

  /// Returns one warning for each kind, in the order of their first lines.
  func warnings(source: DXFSource) -> [Diagnostic] {
    found.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
      .map { sentence, value in
        Diagnostic(
          sentence.hasPrefix("coordinates") ? .offGrid : .unsupportedContent,
          severity: .warning,
          at: source.place(line: value.line),
          "\(value.count) \(sentence)"
        )
      }
  }
}
