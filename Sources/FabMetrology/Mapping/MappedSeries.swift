public import FabDiagnostics

/// The columns of a file that a ``ColumnMap`` names, in our units.
public struct MappedSeries: Hashable, Sendable {
  /// What the columns hold, in the order of the map.
  public let quantities: [SeriesQuantity]
  /// The values; shape `[column, row]`, NaN where nothing was measured.
  public let values: [[Double]]
  /// What stands in the place of a value; shape `[column, row]`.
  public let flags: [[ReadingFlags]]
  /// The line of each row, from 1.
  public let lines: [Int]

  /// Returns the values of a quantity; `nil` where the map has no such column.
  public func values(of quantity: SeriesQuantity) -> [Double]? {
    quantities.firstIndex(of: quantity).map { values[$0] }
  }

  /// The current-voltage record of the columns; `nil` without both.
  public func record(name: String) -> IVRecord? {
    guard let voltage = quantities.firstIndex(of: .voltage),
      let current = quantities.firstIndex(of: .current)
    else { return nil }
    return IVRecord(
      name: name,
      voltages: values[voltage],
      currents: values[current],
      lines: lines,
      stated: zip(flags[voltage], flags[current]).map { $0.union($1) }
    )
  }

  /// Reads a file by a map.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-column`, `no-measurement`, `not-a-number`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8],
    map: ColumnMap
  ) throws(DiagnosticError) -> InstrumentReading<MappedSeries> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(
      text,
      skipping: map.skippedLines,
      separator: map.delimiter?.character,
      isDecimalComma: map.decimal.map { $0 == .comma }
    )
    var rows = table.rows[...]
    var header: IVRow?
    if map.columns.contains(where: { $0.name != nil }) { header = rows.popFirst() }
    let indices = try indices(of: map, header, in: text)
    var values = map.columns.map { _ in [Double]() }
    var flags = map.columns.map { _ in [ReadingFlags]() }
    var lines: [Int] = []
    var refused: [RowRefusal] = []
    for row in rows {
      do throws(RowRefusal) {
        if let header { try table.checkCount(row, atMost: header.cells.count) }
        var cells: [(Double, ReadingFlags)] = []
        for (column, index) in zip(map.columns, indices) {
          cells.append(try cell(row, index, column, map, table))
        }
        for (column, cell) in cells.enumerated() {
          values[column].append(cell.0)
          flags[column].append(cell.1)
        }
        lines.append(row.line)
      } catch {
        refused.append(error)
      }
    }
    guard !lines.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "no row has values in the columns of the map",
            fix: "check the map's skip, delimiter and columns"
          )
        ]
      )
    }
    let series = MappedSeries(
      quantities: map.columns.map(\.quantity),
      values: values,
      flags: flags,
      lines: lines
    )
    return InstrumentReading(text, [series], refused: refused)
  }

  private static func cell(
    _ row: IVRow,
    _ index: Int,
    _ column: ColumnMap.Column,
    _ map: ColumnMap,
    _ table: TextTable
  ) throws(RowRefusal) -> (Double, ReadingFlags) {
    let text = row.cells.indices.contains(index) ? row.cells[index].text : ""
    if map.missing.contains(text) { return (.nan, .notMeasured) }
    let value = try table.requiredNumber(
      row,
      index,
      "a \(column.quantity.rawValue), or one of the map's texts for a missing value"
    )
    guard abs(value) < IVNumber.overflow else {
      return (.nan, InstrumentNumber.flags(ofMark: value))
    }
    return (value * column.factor, [])
  }

  private static func indices(
    of map: ColumnMap,
    _ header: IVRow?,
    in text: InstrumentText
  ) throws(DiagnosticError) -> [Int] {
    var result: [Int] = []
    var errors: [Diagnostic] = []
    let names = header?.cells.map(\.text) ?? []
    for column in map.columns {
      if let number = column.number {
        result.append(number - 1)
      } else if let name = column.name, let index = names.firstIndex(of: name) {
        result.append(index)
      } else {
        let name = column.name ?? ""
        errors.append(
          Diagnostic(
            .unknownColumn,
            at: header.map { text.place(line: $0.line) } ?? .file(text.name),
            "the header has no column '\(name)'\(NearMiss.question(for: name, among: names))",
            notes: [.init("the columns are \(names.joined(separator: ", "))")]
          )
        )
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return result
  }
}
