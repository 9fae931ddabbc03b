import FabDiagnostics

/// Which columns of a monitor's log hold what, and in which units.
struct DepositionColumns {
  private let columns: [(quantity: SeriesQuantity, index: Int, factor: Double)]
  /// The number of columns.
  let count: Int
  /// What was assumed.
  let remarks: [Diagnostic]

  private static func quantity(_ heading: ColumnHeading) -> SeriesQuantity? {
    let name = heading.name
    if name.hasPrefix("time") || name == "t" || name.hasPrefix("elapsed") { return .time }
    if name.contains("dev") || name.contains("power") { return nil }
    if name.contains("rate") { return .rate }
    if name.contains("thick") || name == "thk" { return .thickness }
    if name.contains("freq") { return .frequency }
    return nil
  }

  static func isHeader(_ row: IVRow) -> Bool {
    let kinds = row.cells.map { quantity(ColumnHeading($0.text)) }
    return kinds.contains(.time)
      && (kinds.contains(.rate) || kinds.contains(.thickness) || kinds.contains(.frequency))
  }

  init(_ row: IVRow, in text: InstrumentText) throws(DiagnosticError) {
    var columns: [(quantity: SeriesQuantity, index: Int, factor: Double)] = []
    var remarks: [Diagnostic] = []
    for (index, cell) in row.cells.enumerated() {
      let heading = ColumnHeading(cell.text)
      guard let quantity = Self.quantity(heading),
        !columns.contains(where: { $0.quantity == quantity })
      else { continue }
      let place = text.place(line: row.line, column: cell.column, length: cell.text.count)
      if heading.unit.isEmpty {
        // Thickness without a unit is thousands of ångström in all of this maker's programs.
        let unit = quantity == .thickness ? "k\u{C5}" : quantity.unit
        columns.append((quantity, index, quantity.factor(of: unit) ?? 1))
        remarks.append(
          Diagnostic(
            .assumedColumns,
            severity: quantity == .thickness ? .warning : .note,
            at: place,
            "'\(cell.text)' states no unit; \(unit) is assumed",
            fixes: ["write '\(cell.text) (\(unit))', or the unit that is meant"]
          )
        )
        continue
      }
      guard let factor = quantity.factor(of: heading.unit) else {
        throw DiagnosticError(
          Diagnostic(
            .unknownUnit,
            at: place,
            "no unit '\(heading.unit)' of a \(quantity.rawValue)",
            fixes: ["write one of \(quantity.units.map(\.name).joined(separator: ", "))"]
          )
        )
      }
      columns.append((quantity, index, factor))
    }
    self.columns = columns
    self.remarks = remarks
    count = row.cells.count
  }

  /// The values of a row in our units; all of them, or the refusal of the row.
  func values(
    of row: IVRow,
    in table: TextTable
  ) throws(RowRefusal) -> [SeriesQuantity: Double] {
    var result: [SeriesQuantity: Double] = [:]
    for column in columns {
      let value = try table.requiredNumber(
        row,
        column.index,
        "a \(column.quantity.rawValue)"
      )
      result[column.quantity] = value * column.factor
    }
    return result
  }
}
