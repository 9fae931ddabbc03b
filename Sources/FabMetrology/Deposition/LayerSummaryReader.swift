public import FabDiagnostics

/// The data log of Inficon's IC6 and Cygnus: one comma-and-quote line a layer, without header.
///
/// > Source: Inficon, *IC6 operating manual*, section on the datalog: date, time, process, run, layer, material, process
/// > time, layer time, deposit time, ending thickness in kÅ, average rate in Å/s, rate deviation, ending power,
/// > average power, reason of termination.
public enum LayerSummaryReader {
  /// Columns from the end of the material's name on, as offsets from the ending thickness.
  private enum Offset {
    static let rate = 1
    static let deviation = 2
    static let reason = 5
  }

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - name: The file as the user named it.
  ///   - bytes: The content.
  ///   - thicknessColumn: The column of the ending thickness, from 1; settings of the instrument move it.
  /// - Returns: One summary a line.
  /// - Throws: A ``DiagnosticError``: `no-measurement`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8],
    thicknessColumn: Int = 10
  ) throws(DiagnosticError) -> InstrumentReading<DepositionLog> {
    precondition(thicknessColumn > 1, "columns count from 1")
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(text, separator: ",")
    var logs: [DepositionLog] = []
    var refused: [RowRefusal] = []
    let first = thicknessColumn - 1
    for row in table.rows {
      do throws(RowRefusal) {
        let thickness = try table.requiredNumber(row, first, "the ending thickness in kÅ")
        let rate = try table.requiredNumber(row, first + Offset.rate, "the average rate in Å/s")
        let deviation = try table.requiredNumber(
          row,
          first + Offset.deviation,
          "the deviation of the rate"
        )
        var metadata = row.cells.prefix(first).map(\.text).filter { !$0.isEmpty }
        if row.cells.indices.contains(first + Offset.reason) {
          metadata.append("termination = \(reason(row.cells[first + Offset.reason].text))")
        }
        logs.append(
          DepositionLog(
            name: row.cells[max(0, first - 4)].text,
            meanRate: rate,
            rateDeviation: deviation,
            // Thousands of ångström: 1 kÅ is 100 nm.
            endThickness: thickness * 100,
            metadata: metadata
          )
        )
      } catch {
        refused.append(error)
      }
    }
    guard !logs.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "no line gives a thickness in column \(thicknessColumn) with a rate and its deviation",
            fix: "state the column of the ending thickness, or import with a column map"
          )
        ]
      )
    }
    return InstrumentReading(text, logs, refused: refused)
  }

  private static func reason(_ code: String) -> String {
    switch code {
    case "128": "128 (normal)"
    case "127": "127 (manual shutter)"
    default: code
    }
  }
}
