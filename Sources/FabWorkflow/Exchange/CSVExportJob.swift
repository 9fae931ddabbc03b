public import FabDiagnostics
import FabExchange
import FabHash
import FabStore

/// What `export csv` does: a table of the store into a file, or all of them into a folder.
public struct CSVExportJob {
  private let session: StoreSession
  private let kind: String
  private let out: String
  private let replaces: Bool

  /// The word for all tables.
  public static let all = "all"
  /// The names of the tables.
  public static var kinds: [String] { StoreTable.all.map(\.name) }
  /// The file that tells such a folder from others.
  private static let contents = "contents.json"

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - kind: The name of a table, or `all`.
  ///   - out: The file, or the folder for all.
  ///   - replaces: Whether a file, or a folder of something else, may be replaced.
  public init(session: StoreSession, kind: String, out: String, replaces: Bool) {
    self.session = session
    self.kind = kind
    self.out = out
    self.replaces = replaces
  }

  /// Writes the table or tables.
  ///
  /// - Throws: A ``DiagnosticError`` if the store can't be read or the place can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    if kind == Self.all { return try writeAll() }
    guard let table = StoreTable(name: kind) else {
      throw LoadTables.unknown(kind, at: .argument(kind))
    }
    let file = SingleFile(path: out)
    try file.checkFree(replaces: replaces)
    let text = try session.read { (reader) throws(DiagnosticError) in
      try Self.text(table, from: reader)
    }
    try file.write(text.bytes(), replaces: replaces)
    let report = CSVExportReport(out: out, tables: [.init(table: kind, rows: text.rows.count)])
    return CommandOutput(
      text: "wrote \(text.rows.count) rows of \(kind) to \(out); load them with "
        + "'pcu-fab load \(out) --kind \(kind)'\n",
      json: JSONText.encode(report)
    )
  }

  private func writeAll() throws(DiagnosticError) -> CommandOutput {
    let folder = OutputFolder(path: OutputPath(out).path)
    let existing = try folder.existingNames() ?? []
    guard existing.isEmpty || replaces || existing.contains(Self.contents) else {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(out),
          "the folder holds something else than an export",
          fixes: ["choose another folder with --out, or add --force"]
        )
      )
    }
    var files: [OutputFile] = []
    var entries: [CSVExportReport.Table] = []
    try session.read { (reader) throws(DiagnosticError) in
      for table in StoreTable.all {
        let text = try Self.text(table, from: reader)
        let bytes = text.bytes()
        files.append(OutputFile(name: "\(table.name).csv", bytes: bytes))
        entries.append(
          .init(
            table: table.name,
            rows: text.rows.count,
            sha256: ContentHash(of: bytes).hexadecimal
          )
        )
      }
    }
    files.append(OutputFile(name: Self.contents, bytes: JSONText.encode(entries)))
    let names = Set(files.map(\.name))
    try folder.replace(with: files, keeping: existing.filter { !names.contains($0) })
    var table = TextTable([("table", .left), ("rows", .right)])
    table.rows = entries.filter { $0.rows > 0 }.map { [$0.table, "\($0.rows)"] }
    return CommandOutput(
      text: table.text
        + "wrote \(entries.count) tables to \(out); load them with 'pcu-fab load \(out)'\n",
      json: JSONText.encode(CSVExportReport(out: out, tables: entries))
    )
  }

  private static func text(
    _ table: StoreTable,
    from reader: StoreReader
  ) throws(DiagnosticError) -> TableText {
    switch table {
    case .sourceFiles: try SourceFileTable.table(from: reader)
    case .entries(let kind): try EntryTableText.table(kind, from: reader)
    case .measurementSets: try EntryTableText.table(MeasurementSet.self, from: reader)
    case .measuredValues: try MeasuredValueTable.table(from: reader)
    case .binResults: try LoadedBins.table(from: reader)
    }
  }
}
