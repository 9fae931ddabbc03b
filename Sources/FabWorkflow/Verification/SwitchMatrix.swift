public import FabDiagnostics

/// The cards of a switch mainframe: how many rows and columns each has, and how many there are.
public struct SwitchMatrix: Hashable, Sendable {
  /// The rows of a card: instrument lines.
  public let rows: Int
  /// The columns of a card: contacts.
  public let columns: Int
  /// The cards.
  public let slots: Int

  /// Creates cards.
  ///
  /// - Parameters:
  ///   - rows: The rows of a card, 4...9: each operator needs up to four lines.
  ///   - columns: The columns of a card, 1...99.
  ///   - slots: The number of cards, 1...6.
  /// - Throws: A ``DiagnosticError`` with the code `out-of-range`.
  public init(rows: Int = 6, columns: Int = 16, slots: Int = 6) throws(DiagnosticError) {
    for (found, range, what) in [
      (rows, SwitchLine.allCases.count...9, "rows"), (columns, 1...99, "columns"),
      (slots, 1...6, "cards"),
    ] {
      guard range.contains(found) else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--matrix"),
            "found \(found) \(what); expected \(range.lowerBound) to \(range.upperBound)",
            fixes: ["write rows x columns, for instance 6x16"]
          )
        )
      }
    }
    self.rows = rows
    self.columns = columns
    self.slots = slots
  }

  /// The number of contacts that can be connected at once.
  public var contactLimit: Int { columns * slots }

  /// Returns the name of a crosspoint, for instance `2304`: slot 2, row 3, column 4.
  ///
  /// > Source: Keithley, *Series 3700 System Switch/Multimeter User's Manual*, matrix card notation SRCC.
  func channel(row: Int, column: Int) -> String {
    let slot = column / columns + 1
    let place = column % columns + 1
    return "\(slot)\(row)\(place < 10 ? "0" : "")\(place)"
  }
}
