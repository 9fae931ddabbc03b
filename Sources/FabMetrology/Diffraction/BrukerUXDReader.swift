public import FabDiagnostics

/// Bruker's `.uxd` files: `_KEY = value` lines, then counts, or pairs of 2θ and counts, of one range or several.
public enum BrukerUXDReader {
  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError``: `no-measurement`, `missing-key` (counts without start or step), and what decoding
  ///   refuses.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<DiffractionScan> {
    let text = try InstrumentText(name: name, bytes: bytes)
    var ranges: [UXDRange] = []
    var current = UXDRange()
    var refused: [RowRefusal] = []
    for (index, line) in text.lines.enumerated() {
      let content = line.trimmingSpaces
      if content.isEmpty || content.hasPrefix(";") { continue }
      if content.hasPrefix("_") {
        if !current.points.counts.isEmpty {
          ranges.append(current)
          current = current.following
        }
        current.read(content, line: index + 1)
        continue
      }
      do throws(RowRefusal) {
        try current.add(IVRow(line, line: index + 1, separator: " "), in: text)
      } catch {
        refused.append(error)
      }
    }
    if !current.points.counts.isEmpty { ranges.append(current) }
    guard !ranges.isEmpty else {
      throw DiagnosticError(
        refused.map { $0.diagnostic(in: text) } + [
          text.nothingMeasured(
            "the file has no counts below its keys",
            fix: "export the scan again, with _START, _STEPSIZE and _COUNTS"
          )
        ]
      )
    }
    return InstrumentReading(text, ranges.map(\.scan), refused: refused)
  }
}
