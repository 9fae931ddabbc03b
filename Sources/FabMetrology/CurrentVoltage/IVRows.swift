import FabDiagnostics

/// The rows of a measured file, split at the separator that its lines have.
struct IVRows {
  let source: SourceText
  let rows: [IVRow]
  /// Whether a comma in a number is a decimal comma: something else separates the columns.
  let hasDecimalCommas: Bool

  init(_ source: SourceText) {
    self.source = source
    let content = source.lines.enumerated()
      .filter { _, line in
        let trimmed = line.drop(while: \.isWhitespace)
        return !trimmed.isEmpty && trimmed.first != "#"
      }
    // Spreadsheets may say their separator in a first line of its own.
    let stated = content.first.flatMap { _, line in
      line.lowercased().hasPrefix("sep=") ? line.dropFirst(4).first : nil
    }
    let table = stated == nil ? content : Array(content.dropFirst())
    let separator = stated ?? Self.separator(of: table.map(\.element))
    hasDecimalCommas = separator != ","
    rows =
      table.map { IVRow($1, line: $0 + 1, separator: separator) }
      .filter { !$0.cells.isEmpty }
  }

  /// The rows below the header.
  func rows(after headerLine: Int?) -> some Sequence<IVRow> {
    rows.lazy.filter { $0.line > headerLine ?? 0 }
  }

  /// The first of tab, semicolon and comma that most lines have; spaces where none is.
  private static func separator(of lines: [Substring]) -> Character {
    let sample = lines.prefix(1000)
    for candidate in ["\t", ";", ","] as [Character]
    where 2 * sample.count(where: { $0.contains(candidate) }) > sample.count {
      return candidate
    }
    return sample.contains { $0.contains(",") } ? "," : " "
  }
}
