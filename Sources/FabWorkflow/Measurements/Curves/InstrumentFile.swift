import FabDiagnostics
import FabMetrology

/// A file of an instrument, read.
struct InstrumentFile {
  /// The name as typed.
  let name: String
  /// The format in which it was read.
  let format: String
  /// What it holds.
  let content: InstrumentContent
  /// The rows that gave no value.
  let refusedCount: Int
  /// Remarks, and each refused row.
  let messages: [Diagnostic]
  /// Whether the file says itself that its values were computed and not measured.
  private(set) var isGenerated = false

  /// The format of a file whose columns a map names.
  static let mapped = "column-map"

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: The name as typed.
  ///   - bytes: Its bytes.
  ///   - format: The format; `nil` detects it.
  ///   - map: What its columns are, in place of a format.
  /// - Throws: A ``DiagnosticError`` with what the readers refuse.
  init(
    name: String,
    bytes: [UInt8],
    format: InstrumentFormat? = nil,
    map: ColumnMap? = nil
  ) throws(DiagnosticError) {
    if let map {
      let reading = try MappedSeries.read(name: name, bytes: bytes, map: map)
      self.init(reading, Self.mapped, try Self.content(of: reading.values[0], name))
      return
    }
    if format == nil, MapFileBins.isSTDF(bytes) {
      let stdf = try STDFTable(name: name, bytes: bytes)
      self.init(name, "stdf", .table(stdf.table), 0, stdf.messages)
      isGenerated = stdf.isGenerated
      return
    }
    let found: InstrumentFormat
    if let format {
      found = format
    } else {
      found = try InstrumentFormat.detect(name: name, bytes: bytes)
    }
    let text = found.rawValue
    switch found {
    case .uvProbe:
      let reading = try UVProbeReader.read(name: name, bytes: bytes)
      self.init(reading, text, .spectra(reading.values))
    case .brukerBRML:
      let reading = try BrukerBRMLReader.read(name: name, bytes: bytes)
      self.init(reading, text, .scans(reading.values))
    case .brukerUXD:
      let reading = try BrukerUXDReader.read(name: name, bytes: bytes)
      self.init(reading, text, .scans(reading.values))
    case .brukerXY:
      let reading = try BrukerXYReader.read(name: name, bytes: bytes)
      self.init(reading, text, .scans(reading.values))
    case .keithleyBuffer:
      let record = try KeithleyBufferReader.read(name: name, bytes: bytes)
      self.init(name, text, .sweeps([record]), record.refusedRows, record.messages)
    case .sourceMeter:
      let reading = try SourceMeterTableReader.read(name: name, bytes: bytes)
      self.init(reading, text, .sweeps(reading.values))
    case .dataName:
      let reading = try DataNameReader.read(name: name, bytes: bytes)
      self.init(reading, text, .sweeps(reading.values))
    case .depositionLog:
      let reading = try DepositionLogReader.read(name: name, bytes: bytes)
      self.init(reading, text, .logs(reading.values))
    case .layerSummary:
      let reading = try LayerSummaryReader.read(name: name, bytes: bytes)
      self.init(reading, text, .logs(reading.values))
    case .siteTable:
      let table = try SiteTable.read(name: name, bytes: bytes)
      self.init(name, text, .table(table), table.refused.count, table.messages)
    }
  }

  private init(
    _ name: String,
    _ format: String,
    _ content: InstrumentContent,
    _ refusedCount: Int,
    _ messages: [Diagnostic]
  ) {
    self.name = name
    self.format = format
    self.content = content
    self.refusedCount = refusedCount
    self.messages = messages
  }

  private init<Value>(
    _ reading: InstrumentReading<Value>,
    _ format: String,
    _ content: InstrumentContent
  ) {
    self.init(reading.name, format, content, reading.refused.count, reading.messages)
  }

  /// The format of a name.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-choice`.
  static func format(named name: String) throws(DiagnosticError) -> InstrumentFormat {
    if let format = InstrumentFormat(rawValue: name) { return format }
    let known = InstrumentFormat.allCases.map(\.rawValue)
    throw DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: .argument("--format"),
        "there is no format '\(name)'\(NearMiss.question(for: name, among: known))",
        notes: InstrumentFormat.allCases.map { .init("\($0.rawValue): \($0.description)") }
      )
    )
  }

  private static func content(
    of series: MappedSeries,
    _ name: String
  ) throws(DiagnosticError) -> InstrumentContent {
    if let record = series.record(name: name) { return .sweeps([record]) }
    if let spectrum = series.spectrum() { return .spectra([spectrum]) }
    if let scan = series.scan() { return .scans([scan]) }
    if let log = series.depositionLog() { return .logs([log]) }
    throw DiagnosticError(
      Diagnostic(
        .missingKey,
        at: .file(name),
        "the columns of the map make no curve",
        fixes: [
          "map voltage and current, wavelength and absorbance, angle and counts, or time and rate or thickness"
        ]
      )
    )
  }
}
