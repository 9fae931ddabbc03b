import FabArchive
public import FabDiagnostics

/// The formats of instruments' files that are read.
public enum InstrumentFormat: String, CaseIterable, Sendable {
  /// Shimadzu's UVProbe or LabSolutions, text.
  case uvProbe = "uvprobe"
  /// Bruker's `.brml`.
  case brukerBRML = "brml"
  /// Bruker's `.uxd`.
  case brukerUXD = "uxd"
  /// Bruker's `.xy`.
  case brukerXY = "xy"
  /// A source meter's `printbuffer` line.
  case keithleyBuffer = "keithley-buffer"
  /// A table of voltages and currents.
  case sourceMeter = "source-meter"
  /// A semiconductor analyser's `DataName` blocks.
  case dataName = "data-name"
  /// A crystal monitor's log.
  case depositionLog = "deposition-log"
  /// A thickness controller's log of one line a layer; never detected, for its lines have no headings.
  case layerSummary = "layer-summary"
  /// A table of values at sites.
  case siteTable = "site-table"

  /// What it is, for people.
  public var description: String {
    switch self {
    case .uvProbe: "spectrum of UVProbe or LabSolutions (text)"
    case .brukerBRML: "scan of a Bruker diffractometer (.brml)"
    case .brukerUXD: "scan of a Bruker diffractometer (.uxd)"
    case .brukerXY: "scan as two columns, 2θ and counts (.xy)"
    case .keithleyBuffer: "numbers of a source meter's printbuffer"
    case .sourceMeter: "table of voltages and currents"
    case .dataName: "analyser's CSV with DataName blocks"
    case .depositionLog: "log of a crystal monitor"
    case .layerSummary: "log of a thickness controller, one line a layer"
    case .siteTable: "table of values at sites"
    }
  }

  /// Tells the format of a file from its content, and from its name only where contents look alike.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-format` with the list, or what decoding refuses.
  public static func detect(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentFormat {
    if ZipArchive.isZip(bytes) { return .brukerBRML }
    let isXY = name.lowercased().hasSuffix(".xy")
    if bytes.starts(with: Array("RAW".utf8)) {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: .file(name),
          "this is Bruker's binary .raw, which isn't read",
          fixes: ["export the scan as .brml, .uxd or .xy"]
        )
      )
    }
    // The first lines say it; a large table needn't be read twice.
    let head = Array(bytes.prefix(64_000))
    let isCut = head.count < bytes.count
    let end = isCut ? head.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? head.count : head.count
    let text = try InstrumentText(name: name, bytes: Array(head[..<end]))
    if text.lines.contains(where: { $0.hasPrefix("_") && $0.contains("=") }) { return .brukerUXD }
    if text.lines.first?.hasPrefix("'") == true { return .brukerXY }
    let table = try TextTable(text, isDecimalComma: true)
    for row in table.rows.prefix(500) {
      let headings = row.cells.map { ColumnHeading($0.text) }
      let first = row.cells[0].text.lowercased().filter(\.isLetter)
      if first == "dataname" { return .dataName }
      if SpectrumColumns(row) != nil { return .uvProbe }
      let sites = headings.compactMap { SiteColumn($0) }
      let isPlaced = sites.contains(.site) || (sites.contains(.x) && sites.contains(.y))
      if isPlaced, headings.count > sites.count || sites.contains(.value) { return .siteTable }
      if DepositionColumns.isHeader(row) { return .depositionLog }
      if !IVRun.runs(of: row).isEmpty { return .sourceMeter }
    }
    let isNumeric = table.rows.prefix(20)
      .allSatisfy { $0.cells.allSatisfy { DecimalParser.value(of: $0.text) != nil } }
    if isNumeric, let first = table.rows.first {
      if isXY, first.cells.count == 2 { return .brukerXY }
      if table.rows.count <= 2, first.cells.count > 3 { return .keithleyBuffer }
    }
    throw DiagnosticError(
      Diagnostic(
        .unknownFormat,
        at: .file(name),
        "the file is none of the formats that are read",
        notes: [.init("they are \(allCases.map(\.rawValue).joined(separator: ", "))")],
        fixes: ["state the format, or import the file with a column map"]
      )
    )
  }
}
