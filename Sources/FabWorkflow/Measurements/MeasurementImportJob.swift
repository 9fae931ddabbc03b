public import FabDiagnostics
import FabHash
import FabMetrology
import FabStore

/// What `measure import` does: a file's values into the store, all or none, its bytes with them.
public struct MeasurementImportJob {
  private let session: StoreSession
  private let request: MeasurementImportRequest

  /// The version of what this reader makes of a file.
  private static let readerVersion = 1
  private static let parser = "site table"

  /// Creates a job.
  public init(session: StoreSession, request: MeasurementImportRequest) {
    self.session = session
    self.request = request
  }

  /// Imports.
  ///
  /// - Returns: What was stored; a file that was imported before is no change.
  /// - Throws: A ``DiagnosticError`` with every refused row; nothing has changed then.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let map = try columnMap()
    let format = try request.format.map { (name) throws(DiagnosticError) in
      try InstrumentFile.format(named: name)
    }
    var sources: [CurveImport.Source] = []
    for name in request.files {
      let bytes = try InputFile.bytes(at: name, limit: SiteTable.sizeLimit)
      // Deflates the bytes while they are read.
      let stored = StoredFile(name: OutputPath(name).name ?? name, bytes: bytes)
      let file = try InstrumentFile(name: name, bytes: bytes, format: format, map: map)
      if case .table(let table) = file.content, request.files.count == 1 {
        try checkTableOptions(name)
        return try session.change { (writer, moment) throws(DiagnosticError) in
          try store(
            stored,
            table,
            isGenerated: request.isGenerated || file.isGenerated,
            with: writer,
            measuredAt: moment
          )
        }
      }
      sources.append(CurveImport.Source(file: file, stored: stored))
    }
    let curves = try CurveImport(sources, request: request)
    return try session.change { (writer, moment) throws(DiagnosticError) in
      try curves.store(with: writer, measuredAt: moment)
    }
  }

  private func columnMap() throws(DiagnosticError) -> ColumnMap? {
    guard let map = request.map else { return nil }
    return try ColumnMap.read(
      name: map,
      bytes: InputFile.bytes(at: map, limit: InputFile.textLimit)
    )
  }

  /// Refuses what only curves need: a table says it in its rows.
  private func checkTableOptions(_ name: String) throws(DiagnosticError) {
    let stated = [
      ("--site", !request.sites.isEmpty), ("--x", request.xMm != nil),
      ("--component", request.component != nil), ("--curve", request.curve != nil),
      ("--characteristic", !request.renamed.isEmpty),
    ]
    guard let option = stated.first(where: { $0.1 })?.0 else { return }
    throw DiagnosticError(
      Diagnostic(
        .outOfRange,
        at: .argument(option),
        "\(name) is a table of sites, whose rows say this themselves",
        fixes: ["leave out \(option)"]
      )
    )
  }

  private func store(
    _ file: StoredFile,
    _ table: SiteTable,
    isGenerated: Bool,
    with writer: StoreWriter,
    measuredAt moment: UTCTime
  ) throws(DiagnosticError) -> StoreRemarks {
    let target = request.wafer ?? ""
    let known = try writer.reader.importRecord(
      ofFile: file.hash.hexadecimal,
      parser: Self.parser,
      target: target
    )
    if let known {
      return StoreRemarks([
        "\(table.name) was imported before, on \(known.importedAt.day) by \(known.actor)"
      ])
    }
    if let run = request.run { _ = try writer.reader.named(Run.self, run) }
    if let equipment = request.equipment {
      _ = try writer.reader.named(Equipment.self, equipment)
    }
    let template = MeasurementSet(
      id: 0,
      wafer: "",
      characteristic: "",
      component: "",
      run: request.run,
      equipment: request.equipment,
      measuredAt: moment,
      operatorName: writer.actor,
      generated: isGenerated ? 1 : 0,
      n: 0,
      missing: 0,
      digest: 0
    )
    let sorted = try SiteTableSets(
      table,
      template: template,
      wafer: request.wafer,
      from: writer.reader
    )
    let refused = table.refused.count + sorted.refusedCount
    let reasons = table.messages + sorted.refused
    if refused > 0, !request.skipsRefused {
      throw DiagnosticError(
        RowRefusal.refusingFile(reasons) + [
          Diagnostic(
            .malformedRow,
            at: .file(table.name),
            refused == 1
              ? "a row can't be stored, so nothing was"
              : "\(refused) rows can't be stored, so nothing was",
            fixes: ["correct them, or leave them out with --skip-refused"]
          )
        ]
      )
    }
    for characteristic in sorted.added { try writer.add(characteristic) }
    try writer.deferReferences()
    let stored = sorted.sets.reduce(0) { $0 + $1.values.count }
    let number = try writer.addImport(
      ImportRecord(
        id: 0,
        sourceFile: file.hash.hexadecimal,
        parser: Self.parser,
        parserVersion: Self.readerVersion,
        target: target,
        importedAt: writer.now,
        actor: writer.actor,
        rowsRead: stored + refused,
        rowsStored: stored,
        rowsRefused: refused,
        report: reasons.isEmpty ? nil : .list(reasons.map { .text($0.line) })
      )
    )
    try writer.addMeasurements(sorted.sets, import: number)
    // The bytes come last: by now they are deflated.
    try writer.keep(file)
    return StoreRemarks(
      [
        "\(table.name): \(stored) values of \(table.characteristics.count) characteristics on "
          + "\(max(1, table.wafers.count)) wafers, \(refused) rows refused"
      ],
      messages: sorted.messages + reasons,
      isClean: refused == 0
    )
  }
}

extension Diagnostic {
  /// The message on one line, as it is kept with an import.
  var line: String { (place.map { "\($0.heading): " } ?? "") + summary }
}
