public import FabDiagnostics
import GRDB
import GRDBSQLite

/// How much a database has.
public struct StoreStatistics: Hashable, Sendable, Encodable {
  /// A table.
  public struct Table: Hashable, Sendable, Encodable {
    /// Its name.
    public let name: String
    /// Its rows.
    public let rows: Int
  }

  /// The tables in alphabetical order.
  public let tables: [Table]
  /// The size of the file.
  public let bytes: Int
  /// The version of the schema.
  public let schemaVersion: Int
  /// The version of the SQLite that reads it.
  public let sqliteVersion: String
}

extension Store {
  /// The SQLite that this tool runs on, and whether two connections that write at once could damage a file with it.
  public static var library: (version: String, needsSingleWriter: Bool) {
    (String(cString: sqlite3_libversion()), sqlite3_libversion_number() < 3_051_003)
  }

  /// Counts rows and bytes.
  ///
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func statistics() throws(DiagnosticError) -> StoreStatistics {
    try StoreFailure.guarded(path) {
      try queue.read { database in
        let names = try String.fetchAll(
          database,
          sql: """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
            """
        )
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        return StoreStatistics(
          tables: try names.map {
            .init(
              name: $0,
              rows: try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\($0)\"") ?? 0
            )
          },
          bytes: pages * size,
          schemaVersion: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          sqliteVersion: String(cString: sqlite3_libversion())
        )
      }
    }
  }
}
