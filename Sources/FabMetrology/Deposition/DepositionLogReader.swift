public import FabDiagnostics

/// Logs of crystal monitors with one row a time: Inficon STM-2, SQM-160 and SQC-310 programs, SRS QCM200.
///
/// A line that names a time and one of rate, thickness and frequency is the header. Units come from the headings; a
/// heading without one means s, Å/s, Hz, and for thickness the maker's habit: kÅ for Inficon's.
public enum DepositionLogReader {
  /// Reads a log.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-column`, `unknown-unit`, `no-measurement`, `not-a-number`, and what decoding
  ///   refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<DepositionLog> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(text)
    guard let headerIndex = table.rows.firstIndex(where: { DepositionColumns.isHeader($0) }) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownColumn,
          at: .file(name),
          "no line names a time and a rate, a thickness or a frequency",
          fixes: [
            "write a line such as 'Time (s),Rate (Å/s),Thickness (nm),Frequency (Hz)' above the values"
          ]
        )
      )
    }
    let columns = try DepositionColumns(table.rows[headerIndex], in: text)
    let metadata = table.rows[..<headerIndex]
      .map { $0.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " = ") }
    var series: [SeriesQuantity: [Double]] = [:]
    var refused: [RowRefusal] = []
    var trailer: [String] = []
    for row in table.rows[(headerIndex + 1)...] {
      // The program writes when it stopped as a line of its own.
      if row.cells[0].text.lowercased().hasPrefix("stop log") {
        trailer.append(row.cells.map(\.text).joined(separator: " "))
        continue
      }
      do throws(RowRefusal) {
        try table.checkCount(row, atMost: columns.count)
        let values = try columns.values(of: row, in: table)
        if let last = series[.time]?.last, let time = values[.time], time < last {
          throw RowRefusal(
            line: row.line,
            column: 1,
            length: row.cells[0].text.count,
            found: "\(time) s after \(last) s",
            expected: "times that rise"
          )
        }
        for (quantity, value) in values { series[quantity, default: []].append(value) }
      } catch {
        refused.append(error)
      }
    }
    guard let times = series[.time], !times.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured("no row gives a time and values", fix: "export the log again")
        ]
      )
    }
    let log = DepositionLog(
      name: "",
      times: times,
      rates: series[.rate] ?? [],
      thicknesses: series[.thickness] ?? [],
      frequencies: series[.frequency] ?? [],
      metadata: metadata + trailer
    )
    return InstrumentReading(text, [log], refused: refused, remarks: columns.remarks)
  }
}
