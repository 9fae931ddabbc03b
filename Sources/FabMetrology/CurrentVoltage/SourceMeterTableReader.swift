public import FabDiagnostics

/// CSV files of source meters: a script's own, or KickStart's with settings above and repeated runs side by side.
public enum SourceMeterTableReader {
  /// Reads a file: every pair of a voltage and a current column that follow each other is a run.
  ///
  /// A column whose name has `status` or `compliance` flags the points of its run. The order of the sweep is kept.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-column`, `no-measurement`, `not-a-number`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<IVRecord> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(text)
    guard let headerIndex = table.rows.firstIndex(where: { !IVRun.runs(of: $0).isEmpty }) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownColumn,
          at: .file(name),
          "no line names a voltage and a current",
          fixes: ["write a line such as 'Voltage (V),Current (A)' above the values"]
        )
      )
    }
    let runs = IVRun.runs(of: table.rows[headerIndex])
    let count = table.rows[headerIndex].cells.count
    var collected = runs.map { _ in IVRun.Points() }
    var refused: [RowRefusal] = []
    for row in table.rows[(headerIndex + 1)...] {
      do throws(RowRefusal) {
        try table.checkCount(row, atMost: count)
        var points: [(run: Int, voltage: Double, current: Double, flags: ReadingFlags)] = []
        for (index, run) in runs.enumerated() where run.hasPoint(row) || runs.count == 1 {
          let voltage = try table.requiredNumber(row, run.voltage.index, "a voltage")
          let current = try table.requiredNumber(row, run.current.index, "a current")
          points.append((index, voltage, current, run.flags(row)))
        }
        for point in points {
          collected[point.run]
            .add(point.voltage, point.current, point.flags, row.line, runs[point.run])
        }
      } catch {
        refused.append(error)
      }
    }
    let records = collected.filter { !$0.voltages.isEmpty }
      .map { $0.record(name: name) }
    guard !records.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "no row gives a voltage and a current",
            fix: "export the runs again: one row a point"
          )
        ]
      )
    }
    return InstrumentReading(text, records, refused: refused)
  }
}
