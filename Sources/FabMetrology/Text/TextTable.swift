import FabDiagnostics

/// The rows of an instrument's file, split at one separator.
struct TextTable {
  let text: InstrumentText
  let rows: [IVRow]
  let separator: Character
  /// Whether numbers have decimal commas.
  let isDecimalComma: Bool

  /// Splits lines at a separator, or at the one that most lines have.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - skipping: Lines to leave out at the beginning.
  ///   - separator: What separates columns; found if `nil`.
  ///   - isDecimalComma: Whether numbers have decimal commas; decided from the rows if `nil`.
  /// - Throws: `not-a-number` where the decimal mark can't be told.
  init(
    _ text: InstrumentText,
    skipping: Int = 0,
    separator: Character? = nil,
    isDecimalComma: Bool? = nil
  ) throws(DiagnosticError) {
    self.text = text
    let content = text.lines.enumerated().dropFirst(skipping)
      .filter { !$1.allSatisfy(\.isWhitespace) }
    let mark = separator ?? Self.separator(of: content.map(\.element))
    self.separator = mark
    rows = content.map { IVRow($1, line: $0 + 1, separator: mark) }.filter { !$0.cells.isEmpty }
    if let isDecimalComma {
      self.isDecimalComma = isDecimalComma
    } else {
      self.isDecimalComma = mark == "," ? false : try DecimalMark.isComma(rows: rows, in: text)
    }
  }

  /// The first of tab, semicolon and comma that most lines have; spaces where none is.
  private static func separator(of lines: [Substring]) -> Character {
    let sample = lines.prefix(2000)
    for candidate in ["\t", ";", ","] as [Character]
    where 2 * sample.count(where: { $0.contains(candidate) }) > sample.count {
      return candidate
    }
    return sample.contains { $0.contains(",") } ? "," : " "
  }

  /// The number in a cell; `nil` where it's none.
  func number(_ row: IVRow, _ index: Int) -> Double? {
    guard row.cells.indices.contains(index) else { return nil }
    return DecimalParser.value(of: row.cells[index].text, isDecimalComma: isDecimalComma)
  }

  /// The number in a cell.
  ///
  /// - Throws: The refusal of the row where there's none.
  func requiredNumber(
    _ row: IVRow,
    _ index: Int,
    _ expected: String
  ) throws(RowRefusal) -> Double {
    if let value = number(row, index) { return value }
    guard row.cells.indices.contains(index), !row.cells[index].text.isEmpty else {
      let end = row.cells.last.map { $0.column + $0.text.count } ?? 1
      throw RowRefusal(line: row.line, column: end, length: 1, found: "nothing", expected: expected)
    }
    let cell = row.cells[index]
    throw RowRefusal(
      line: row.line,
      column: cell.column,
      length: cell.text.count,
      found: "'\(cell.text)'",
      expected: expected
    )
  }

  /// Refuses a row with more cells than columns: a decimal comma among commas would shift them silently.
  func checkCount(_ row: IVRow, atMost count: Int) throws(RowRefusal) {
    guard row.cells.count > count else { return }
    let extra = row.cells[count]
    throw RowRefusal(
      line: row.line,
      column: extra.column,
      length: max(1, extra.text.count),
      found: "\(row.cells.count) values",
      expected: "\(count)"
        + (separator == "," ? "; decimal commas need semicolons or tabs between columns" : "")
    )
  }
}
