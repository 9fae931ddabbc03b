public import FabDiagnostics

/// CSV files of semiconductor analysers with `Dimension1`, `DataName`, `DataUnit` and `DataValue` rows.
///
/// > Source: the layout of Agilent's EasyEXPERT, *User's guide vol. 1*, table 1-14; analysers of other makers write the same.
public enum DataNameReader {
  /// Reads a file: one record a block, and a block with `Dimension2` of more than one gives that many curves.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-column`, `no-measurement`, `not-a-number`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<IVRecord> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(text)
    var blocks: [DataBlock] = []
    var settings: [String: [IVRow.Cell]] = [:]
    var refused: [RowRefusal] = []
    for row in table.rows {
      let key = row.cells[0].text.lowercased().filter { $0.isLetter || $0.isNumber }
      switch key {
      case "dataname":
        let units = settings["dataunit"]
        blocks.append(DataBlock(row, units: units, length: settings["dimension1"]))
      case "dataunit":
        if let last = blocks.indices.last, blocks[last].points.voltages.isEmpty {
          blocks[last].setUnits(row.cells)
        }
        settings[key] = row.cells
      case "datavalue":
        guard let last = blocks.indices.last else {
          refused.append(
            RowRefusal(
              line: row.line,
              column: 1,
              length: row.cells[0].text.count,
              found: "values",
              expected: "a DataName row above them"
            )
          )
          continue
        }
        do throws(RowRefusal) {
          try blocks[last].add(row, of: table)
        } catch {
          refused.append(error)
        }
      default: settings[key] = row.cells
      }
    }
    let records = blocks.flatMap { $0.records(name: name) }
    guard !records.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          Diagnostic(
            blocks.isEmpty ? .unknownColumn : .noMeasurement,
            at: .file(name),
            blocks.isEmpty
              ? "no DataName row names what was measured"
              : "no block names a voltage and a current and has values of both",
            fixes: ["import the file with a column map"]
          )
        ]
      )
    }
    return InstrumentReading(text, records, refused: refused)
  }
}
