import FabDiagnostics
import FabStore
import Foundation

/// Reads tables of the store: one file of a stated kind, or all in a folder.
struct LoadTables {
  let path: String
  let kind: String?

  /// What the tables state.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect.
  func content() throws(DiagnosticError) -> LoadContent {
    var content = LoadContent()
    if InputFile.isFolder(path) {
      if let kind {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--kind"),
            "the tables of a folder are told by the names of their files; '\(kind)' says nothing",
            fixes: ["leave out --kind, or name one file"]
          )
        )
      }
      for table in try tables() {
        try add(table, "\(OutputPath(path).path)/\(table.name).csv", to: &content)
      }
      return content
    }
    guard let name = kind, let table = StoreTable(name: name) else {
      throw Self.unknown(kind ?? "", at: .argument("--kind"))
    }
    try add(table, path, to: &content)
    return content
  }

  /// The message for a name that no table has.
  static func unknown(_ name: String, at place: Place) -> DiagnosticError {
    let known = StoreTable.all.map(\.name)
    return DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: place,
        "'\(StoreCode(name)?.text ?? "…")' is no kind of table\(NearMiss.question(for: name, among: known))",
        notes: [.init("there are \(known.joined(separator: ", "))")]
      )
    )
  }

  private func tables() throws(DiagnosticError) -> [StoreTable] {
    let names = (try OutputFolder(path: path).existingNames() ?? [])
      .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    for name in names where StoreTable(name: name) == nil {
      throw Self.unknown(name, at: .file("\(path)/\(name).csv"))
    }
    guard !names.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: .file(path),
          "the folder has no table",
          fixes: ["name a folder that 'pcu-fab export csv all' wrote"]
        )
      )
    }
    return StoreTable.all.filter { names.contains($0.name) }
  }

  private func add(
    _ table: StoreTable,
    _ file: String,
    to content: inout LoadContent
  ) throws(DiagnosticError) {
    let limit = 1_000_000_000
    let bytes = try InputFile.bytes(at: file, limit: limit)
    switch table {
    case .sourceFiles: content.files = try SourceFileTable.files(file: file, bytes: bytes)
    case .measurementSets: try content.values.addSets(file: file, bytes: bytes)
    case .measuredValues: try content.values.addValues(file: file, bytes: bytes)
    case .binResults: content.bins = try LoadedBins(file: file, bytes: bytes)
    case .entries(let kind):
      content.entries += try EntryTableText.entries(kind, file: file, bytes: bytes)
    }
  }
}
