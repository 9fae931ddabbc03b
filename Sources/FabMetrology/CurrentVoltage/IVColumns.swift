import FabDiagnostics

/// Which columns of a file hold voltage and current, and in which units.
struct IVColumns {
  let voltage: IVColumn
  let current: IVColumn
  /// The number of columns; rows with more have separators where there should be none.
  let count: Int
  /// The line of the header; `nil` where there is none.
  let headerLine: Int?
  /// Remarks on what was assumed.
  let messages: [Diagnostic]

  /// The number of lines among which the header is looked for: instruments write settings before it.
  private static let searched = 200

  init(_ rows: IVRows) throws(DiagnosticError) {
    let source = rows.source
    guard let first = rows.rows.first else {
      // Nothing to read: the caller says so.
      self.init(assumedFor: [], count: 2)
      return
    }
    for row in rows.rows.prefix(Self.searched) {
      let columns = row.cells.enumerated().map { IVColumn($1.text, index: $0) }
      let voltage = columns.first { $0.kind == .voltage }
      let current = columns.first { $0.kind == .current }
      guard let voltage, let current else {
        try Self.checkContradiction(columns, row, source)
        continue
      }
      var messages: [Diagnostic] = []
      for column in [voltage, current] where column.unitText == nil {
        let cell = row.cells[column.index]
        messages.append(
          Diagnostic(
            .assumedColumns,
            severity: .note,
            at: source.place(line: row.line, column: cell.column, length: cell.text.count),
            "'\(cell.text)' states no unit; \(column.unit) is assumed",
            fixes: ["write '\(cell.text) (\(column.unit))'"]
          )
        )
      }
      self.init(
        voltage: voltage,
        current: current,
        count: row.cells.count,
        headerLine: row.line,
        messages: messages
      )
      return
    }
    let isNumeric = first.cells.allSatisfy {
      IVNumber.value(of: $0.text, exponent: 0, isDecimalComma: rows.hasDecimalCommas) != nil
    }
    let place = source.place(
      line: first.line,
      column: first.cells[0].column,
      length: first.cells[0].text.count
    )
    guard isNumeric, first.cells.count == 2 else {
      throw DiagnosticError(Self.missingColumns(first, place, isNumeric: isNumeric))
    }
    self.init(
      assumedFor: [
        Diagnostic(
          .assumedColumns,
          severity: .note,
          at: place,
          "no header: the first column is taken for volts, the second for amperes",
          fixes: ["write a first line such as 'voltage (V),current (A)'"]
        )
      ],
      count: 2
    )
  }

  private init(
    voltage: IVColumn,
    current: IVColumn,
    count: Int,
    headerLine: Int?,
    messages: [Diagnostic]
  ) {
    self.voltage = voltage
    self.current = current
    self.count = count
    self.headerLine = headerLine
    self.messages = messages
  }

  private init(assumedFor messages: [Diagnostic], count: Int) {
    self.init(
      voltage: IVColumn(assumed: .voltage, index: 0),
      current: IVColumn(assumed: .current, index: 1),
      count: count,
      headerLine: nil,
      messages: messages
    )
  }

  /// Returns the point of a row in volt and ampere.
  func point(
    of row: IVRow,
    isDecimalComma: Bool
  ) throws(RowRefusal) -> (voltage: Double, current: Double) {
    if row.cells.count > count {
      let extra = row.cells[count]
      throw RowRefusal(
        line: row.line,
        column: extra.column,
        length: max(1, extra.text.count),
        found: "\(row.cells.count) values",
        expected: "\(count)"
          + (isDecimalComma ? "" : "; decimal commas need semicolons or tabs between columns")
      )
    }
    return (
      try value(of: voltage, row, isDecimalComma), try value(of: current, row, isDecimalComma)
    )
  }

  private func value(
    of column: IVColumn,
    _ row: IVRow,
    _ isDecimalComma: Bool
  ) throws(RowRefusal) -> Double {
    let expected = "a \(column.kind?.rawValue ?? "number") in \(column.unit)"
    guard row.cells.indices.contains(column.index), !row.cells[column.index].text.isEmpty else {
      let place =
        row.cells.indices.contains(column.index)
        ? row.cells[column.index].column
        : (row.cells.last.map { $0.column + $0.text.count } ?? 1)
      throw RowRefusal(
        line: row.line,
        column: place,
        length: 1,
        found: "nothing",
        expected: expected
      )
    }
    let cell = row.cells[column.index]
    guard
      let value = IVNumber.value(
        of: cell.text,
        exponent: column.exponent,
        isDecimalComma: isDecimalComma
      )
    else {
      throw RowRefusal(
        line: row.line,
        column: cell.column,
        length: cell.text.count,
        found: "'\(cell.text)'",
        expected: expected
      )
    }
    return value
  }

  /// Throws where a heading names a voltage or current and a unit that doesn't measure it.
  private static func checkContradiction(
    _ columns: [IVColumn],
    _ row: IVRow,
    _ source: SourceText
  ) throws(DiagnosticError) {
    // Settings above the header may look like anything; a header names both quantities.
    let named = Set(columns.compactMap { $0.namedKind ?? $0.unitKind })
    guard named.count == 2 else { return }
    for column in columns {
      guard let namedKind = column.namedKind, let unit = column.unitText,
        column.unitKind != namedKind
      else { continue }
      let cell = row.cells[column.index]
      let units = namedKind == .voltage ? "V, mV, µV, kV" : "A, mA, µA, nA, pA, fA"
      throw DiagnosticError(
        Diagnostic(
          column.unitKind == nil ? .unknownUnit : .wrongDimension,
          at: source.place(line: row.line, column: cell.column, length: cell.text.count),
          column.unitKind == nil
            ? "no unit '\(unit)' of a \(namedKind.rawValue)"
            : "'\(unit)' is no unit of a \(namedKind.rawValue)",
          fixes: ["write the \(namedKind.rawValue) in one of \(units)"]
        )
      )
    }
  }

  private static func missingColumns(
    _ row: IVRow,
    _ place: Place,
    isNumeric: Bool
  ) -> Diagnostic {
    let names = row.cells.map { "'\($0.text)'" }.joined(separator: ", ")
    return Diagnostic(
      .unknownColumn,
      at: place,
      isNumeric
        ? "\(row.cells.count) columns of numbers without names; two are expected: voltage and current"
        : "no columns of a voltage and a current; found \(names)",
      fixes: [
        "name the columns in a line above the values, for instance 'voltage (V),current (A)'"
      ]
    )
  }
}
