public import FabDiagnostics

/// Text files of Shimadzu's UVProbe and LabSolutions UV-Vis: one spectrum or several side by side.
///
/// The header is a line with `Wavelength nm.` and `Abs.`, `T%` or `R%`; the line above names the samples. Columns are
/// separated by commas, tabs, or semicolons beside decimal commas. Every ordinate belongs to the wavelengths on its left.
public enum UVProbeReader {
  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-column`, `no-measurement`, `not-a-number`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<AbsorptionSpectrum> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let table = try TextTable(text)
    guard let headerIndex = table.rows.firstIndex(where: { SpectrumColumns($0) != nil }),
      let columns = SpectrumColumns(table.rows[headerIndex])
    else {
      throw DiagnosticError(
        Diagnostic(
          .unknownColumn,
          at: .file(name),
          "no line names a wavelength and 'Abs.', 'T%' or 'R%'",
          fixes: [
            "export from UVProbe as text, or write a line 'Wavelength nm.,Abs.' above the values"
          ]
        )
      )
    }
    let rows = Array(table.rows[(headerIndex + 1)...])
    // LabSolutions appends blocks of settings, each below a name in brackets.
    let trailer = rows.firstIndex { $0.cells[0].text.hasPrefix("[") } ?? rows.count
    var series = columns.pairs.map { _ in SpectrumSeries() }
    var refused: [RowRefusal] = []
    for row in rows[..<trailer] {
      do throws(RowRefusal) {
        try add(row, of: table, columns, to: &series)
      } catch {
        refused.append(error)
      }
    }
    let above = Array(table.rows[..<headerIndex])
    let metadata = (above.dropLast() + rows[trailer...])
      .map { $0.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
    var values: [AbsorptionSpectrum] = []
    for (pair, points) in zip(columns.pairs, series) where !points.values.isEmpty {
      values.append(
        AbsorptionSpectrum(
          name: SpectrumColumns.sample(of: pair, above.last),
          ordinate: pair.ordinate,
          wavelengths: points.wavelengths,
          values: points.values,
          isSaturated: points.values.map {
            pair.ordinate == .absorbance && $0 >= AbsorptionSpectrum.saturation
          },
          metadata: metadata
        )
      )
    }
    guard !values.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "no row gives a wavelength and a value",
            fix: "export the spectrum again; it needs one row a wavelength"
          )
        ]
      )
    }
    return InstrumentReading(text, values, refused: refused)
  }

  /// Adds a row to all spectra that it has a point of; a shorter spectrum has empty cells.
  private static func add(
    _ row: IVRow,
    of table: TextTable,
    _ columns: SpectrumColumns,
    to series: inout [SpectrumSeries]
  ) throws(RowRefusal) {
    try table.checkCount(row, atMost: columns.count)
    var points: [(index: Int, wavelength: Double, value: Double)] = []
    for (index, pair) in columns.pairs.enumerated() {
      func isEmpty(_ column: Int) -> Bool {
        !row.cells.indices.contains(column) || row.cells[column].text.isEmpty
      }
      if columns.pairs.count > 1, isEmpty(pair.value) { continue }
      let wavelength = try table.requiredNumber(row, pair.wavelength, "a wavelength in nm")
      let value = try table.requiredNumber(row, pair.value, "the \(pair.ordinate.rawValue)")
      let known = series[index].wavelengths
      if let last = known.last {
        let isOnward = known.count < 2 || (last - known[known.count - 2]) * (wavelength - last) > 0
        guard wavelength != last, isOnward else {
          throw RowRefusal(
            line: row.line,
            column: row.cells[pair.wavelength].column,
            length: row.cells[pair.wavelength].text.count,
            found: "\(wavelength) nm after \(last) nm",
            expected: "wavelengths in one direction, each once"
          )
        }
      }
      points.append((index, wavelength, value))
    }
    for point in points {
      series[point.index].wavelengths.append(point.wavelength)
      series[point.index].values.append(point.value)
    }
  }
}
