public import FabDiagnostics

/// Bruker's `.xy` files: an optional line that begins with `'`, then 2θ and counts.
public enum BrukerXYReader {
  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError``: `no-measurement`, `not-a-number`, and what decoding refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<DiffractionScan> {
    let text = try InstrumentText(name: name, bytes: bytes)
    let heads = text.lines.prefix { line in
      let trimmed = line.trimmingSpaces
      return trimmed.isEmpty || trimmed.hasPrefix("'") || trimmed.hasPrefix("#")
    }
    // Commas are decimals here more often than separators: only a line without any other mark is split at them.
    let first = text.lines.dropFirst(heads.count).first?.trimmingSpaces ?? ""
    let separator = (["\t", ";", " ", ","] as [Character]).first { first.contains($0) }
    let table = try TextTable(text, skipping: heads.count, separator: separator)
    var angles: [Double] = []
    var counts: [Double] = []
    var refused: [RowRefusal] = []
    for row in table.rows {
      do throws(RowRefusal) {
        try table.checkCount(row, atMost: 2)
        let angle = try table.requiredNumber(row, 0, "2θ in degree")
        let count = try table.requiredNumber(row, 1, "counts")
        try DiffractionPoints.check(angle, after: angles.last, row)
        angles.append(angle)
        counts.append(count)
      } catch {
        refused.append(error)
      }
    }
    guard !angles.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "no row gives 2θ and counts",
            fix: "export the scan again: two columns, 2θ and counts"
          )
        ]
      )
    }
    let metadata = heads.map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    let scan = DiffractionScan(
      name: "",
      angles: angles,
      counts: counts,
      stepTime: nil,
      alpha1Wavelength: nil,
      alpha2Wavelength: nil,
      metadata: metadata
    )
    return InstrumentReading(text, [scan], refused: refused)
  }
}
