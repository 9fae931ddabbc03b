public import FabDiagnostics

/// A current-voltage curve as a file states it, in SI units.
public struct IVRecord: Sendable {
  /// The file as the user named it.
  public let name: String
  /// Voltages in volt; overflow marks of instruments (9.9e37 and up) are kept as they are.
  public let voltages: [Double]
  /// Currents in ampere, equally many.
  public let currents: [Double]
  /// The line of the file that each point stands on, from 1.
  public let lines: [Int]
  /// What the instrument says of each point, besides its values.
  public let flags: [ReadingFlags]
  /// The number of rows that gave no point.
  public let refusedRows: Int
  /// Remarks and warnings: assumed columns, refused rows.
  public let messages: [Diagnostic]

  /// Reads a file: UTF-8, or UTF-16 with a byte order mark.
  ///
  /// Lines that begin with `#` are comments. A line that names a voltage and a current is the header, with units in
  /// brackets or after a slash; lines before it are skipped. Without a header two columns of numbers are taken for
  /// volts and amperes. Columns are separated by tabs, semicolons, commas or spaces; numbers have decimal points,
  /// or decimal commas where the comma doesn't separate columns.
  ///
  /// - Throws: A ``DiagnosticError``: `not-utf8`, `unknown-column`, `unknown-unit`, `wrong-dimension`, or
  ///   `no-measurement` where no row has a point.
  public static func read(name: String, bytes: [UInt8]) throws(DiagnosticError) -> IVRecord {
    let source = try SourceText(measurement: name, bytes: bytes)
    return try IVRecord(IVRows(source))
  }

  private init(_ rows: IVRows) throws(DiagnosticError) {
    let columns = try IVColumns(rows)
    var voltages: [Double] = []
    var currents: [Double] = []
    var lines: [Int] = []
    var refusals: [Diagnostic] = []
    for row in rows.rows(after: columns.headerLine) {
      do throws(RowRefusal) {
        let point = try columns.point(of: row, isDecimalComma: rows.hasDecimalCommas)
        voltages.append(point.voltage)
        currents.append(point.current)
        lines.append(row.line)
      } catch {
        refusals.append(error.diagnostic(in: rows.source))
      }
    }
    let messages = columns.messages + Self.throttled(refusals)
    guard !voltages.isEmpty else {
      let isEmpty = rows.rows.isEmpty
      throw DiagnosticError(
        messages + [
          Diagnostic(
            .noMeasurement,
            at: .file(rows.source.name),
            isEmpty
              ? "the file has no rows" : "no row of this file gives a voltage and a current",
            fixes: ["write one row a point: a voltage and a current, after a line with their names"]
          )
        ]
      )
    }
    name = rows.source.name
    self.voltages = voltages
    self.currents = currents
    self.lines = lines
    flags = zip(voltages, currents).map { Self.flags(of: $0, $1) }
    refusedRows = refusals.count
    self.messages = messages
  }

  /// Creates a record of points that another reader found.
  init(
    name: String,
    voltages: [Double],
    currents: [Double],
    lines: [Int],
    stated: [ReadingFlags] = [],
    messages: [Diagnostic] = []
  ) {
    self.name = name
    self.voltages = voltages
    self.currents = currents
    self.lines = lines
    flags = voltages.indices.map { index in
      let marks = Self.flags(of: voltages[index], currents[index])
      return stated.indices.contains(index) ? marks.union(stated[index]) : marks
    }
    refusedRows = 0
    self.messages = messages
  }

  private static func flags(of voltage: Double, _ current: Double) -> ReadingFlags {
    var flags: ReadingFlags = []
    for value in [voltage, current] {
      if value.isNaN { flags.insert(.notMeasured) }
      if abs(value) >= IVNumber.overflow { flags.formUnion(InstrumentNumber.flags(ofMark: value)) }
    }
    return flags
  }

  /// The number of refused rows that are told one by one.
  private static let told = 5

  private static func throttled(_ refusals: [Diagnostic]) -> [Diagnostic] {
    guard refusals.count > told else { return refusals }
    return refusals.prefix(told) + [
      Diagnostic(
        .malformedRow,
        severity: .warning,
        "\(refusals.count - told) more rows were refused, \(refusals.count) in all"
      )
    ]
  }
}
