import FabDiagnostics

/// Whether a comma in a number is a decimal comma: decided once a file, from all of its numbers.
enum DecimalMark {
  /// Decides from the cells of a table whose columns something else than a comma separates.
  ///
  /// `1,5` and `0,125` can only be decimals; `1,234` may as well be a thousand with a separator. Where every comma is of
  /// the second kind nobody can tell, and guessing would be wrong by a factor of a thousand.
  ///
  /// - Returns: Whether numbers have decimal commas.
  /// - Throws: `not-a-number` where that can't be told, or points and commas are mixed.
  static func isComma(
    rows: some Sequence<IVRow>,
    in text: InstrumentText
  ) throws(DiagnosticError) -> Bool {
    var comma: (row: IVRow, cell: IVRow.Cell)?
    var ambiguous: (row: IVRow, cell: IVRow.Cell)?
    var hasPoint = false
    for row in rows {
      for cell in row.cells {
        switch kind(of: cell.text) {
        case .decimalComma: comma = comma ?? (row, cell)
        case .ambiguous: ambiguous = ambiguous ?? (row, cell)
        case .point: hasPoint = true
        case .both:
          throw refusal(
            cell,
            row,
            text,
            "'\(cell.text)' has a comma and a point",
            "write numbers without marks between thousands"
          )
        case .other: break
        }
      }
    }
    if comma != nil { return true }
    guard let ambiguous else { return false }
    throw refusal(
      ambiguous.cell,
      ambiguous.row,
      text,
      hasPoint
        ? "'\(ambiguous.cell.text)' has a comma where other numbers have a point"
        : "'\(ambiguous.cell.text)' may be a decimal or a thousand, and no other number tells",
      "say 'decimal: comma' or 'decimal: point' in a column map, or export with points"
    )
  }

  /// What a cell tells.
  enum Kind: Equatable {
    case decimalComma
    case ambiguous
    case point
    case both
    case other
  }

  static func kind(of cell: String) -> Kind {
    var digitsBefore = 0
    var digitsAfter = 0
    var hasComma = false
    var hasPoint = false
    var first: UInt8?
    var hasExponent = false
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if hasExponent { continue }
        if hasComma { digitsAfter += 1 } else { digitsBefore += 1 }
        first = first ?? byte
      case UInt8(ascii: ","):
        guard !hasComma else { return .other }
        hasComma = true
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"): continue
      case UInt8(ascii: "e"), UInt8(ascii: "E"): hasExponent = true
      default: return .other
      }
    }
    guard digitsBefore + digitsAfter > 0 else { return .other }
    if hasComma, hasPoint { return .both }
    if hasPoint { return .point }
    guard hasComma else { return .other }
    let isThousand =
      digitsAfter == 3 && (1...3).contains(digitsBefore) && first != UInt8(ascii: "0")
      && !hasExponent
    return isThousand ? .ambiguous : .decimalComma
  }

  private static func refusal(
    _ cell: IVRow.Cell,
    _ row: IVRow,
    _ text: InstrumentText,
    _ summary: String,
    _ fix: String
  ) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .notANumber,
        at: text.place(line: row.line, column: cell.column, length: cell.text.count),
        summary,
        fixes: [fix]
      )
    )
  }
}
