public import FabDiagnostics
import GRDB

/// Asks the store; all answers of one reading are of the same moment.
public struct StoreReader {
  let database: Database
  let path: String

  /// All entries of a kind that have stated values, in the order of their key.
  ///
  /// - Parameters:
  ///   - type: The kind.
  ///   - values: Properties and what they must be; `null` asks for those without a value.
  /// - Returns: The entries.
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func all<Entry: StoreEntry>(
    _ type: Entry.Type,
    where values: [String: JSONValue] = [:]
  ) throws(DiagnosticError) -> [Entry] {
    let names = values.keys.sorted()
    let conditions = names.map { "\"\(EntryCoding.column($0))\" IS ?" }
    let order = Entry.key.map { "\"\(EntryCoding.column($0))\"" }.joined(separator: ", ")
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return try StoreFailure.guarded(path) {
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM \"\(Entry.table)\"\(filter) ORDER BY \(order)"
      )
      let columns = EntryColumns<Entry>(statement.columnNames)
      let rows = try Row.fetchCursor(
        statement,
        arguments: StatementArguments(
          names.map { EntryCoding.stored(values[$0] ?? .null, isJSON: false) }
        )
      )
      return try Array(rows.map { try columns.entry($0) })
    }
  }

  /// The entry with a key, or `nil`.
  ///
  /// - Parameters:
  ///   - type: The kind.
  ///   - key: The values of its key in order.
  /// - Returns: The entry, or `nil`.
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func find<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ key: JSONValue...
  ) throws(DiagnosticError) -> Entry? {
    precondition(key.count == Entry.key.count, "\(Entry.table) has a key of \(Entry.key)")
    let values = Dictionary(zip(Entry.key, key)) { first, _ in first }
    return try all(type, where: values).first
  }

  /// The entry with a name.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` and near names if there is none.
  public func named<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ name: String
  ) throws(DiagnosticError) -> Entry {
    if let entry = try find(type, .text(name)) { return entry }
    let known = try names(type)
    throw DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: .file(path),
        "there is no \(Entry.noun) '\(name)'\(NearMiss.question(for: name, among: known))",
        notes: known.isEmpty ? [.init("there is no \(Entry.noun) at all yet")] : []
      )
    )
  }

  /// The names of all entries of a kind.
  public func names<Entry: StoreEntry>(_ type: Entry.Type) throws(DiagnosticError) -> [String] {
    let column = EntryCoding.column(Entry.key[0])
    return try StoreFailure.guarded(path) {
      try String.fetchAll(
        database,
        sql: "SELECT \"\(column)\" FROM \"\(Entry.table)\" ORDER BY 1"
      )
    }
  }

  /// The rows of a question in SQL, for what no method asks.
  func rows(
    _ sql: String,
    _ arguments: StatementArguments = []
  ) throws(DiagnosticError) -> [Row] {
    try StoreFailure.guarded(path) {
      try Row.fetchAll(database, sql: sql, arguments: arguments)
    }
  }
}

extension Store {
  /// Asks.
  ///
  /// - Throws: What `body` throws, or a ``DiagnosticError`` if the database can't be read.
  public func read<Result>(
    _ body: (StoreReader) throws(DiagnosticError) -> Result
  ) throws(DiagnosticError) -> Result {
    try StoreFailure.guarded(path) {
      try queue.read { try body(StoreReader(database: $0, path: path)) }
    }
  }
}
