public import FabDiagnostics
import GRDB

/// What a check of the database found.
public struct StoreCheck: Sendable {
  /// One thing that was looked at.
  public struct Part: Hashable, Sendable, Encodable {
    /// What, for instance `pages`.
    public let name: String
    /// How much of it was looked at.
    public let count: Int
    /// How many defects it has.
    public let defects: Int
  }

  /// What was looked at.
  public internal(set) var parts: [Part] = []
  /// What is wrong; empty if nothing.
  public internal(set) var findings: [Diagnostic] = []

  /// The largest number of findings of one part that are listed.
  private static let listed = 20

  mutating func add(_ name: String, count: Int, _ defects: [Diagnostic]) {
    parts.append(Part(name: name, count: count, defects: defects.count))
    findings += defects.prefix(Self.listed)
  }

  /// What every copy is held against: SQLite's own check and the references.
  static func quick(_ database: Database, path: String) throws -> StoreCheck {
    var check = StoreCheck()
    try check.addPages(database, path: path)
    return check
  }

  mutating func addPages(_ database: Database, path: String) throws {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    let defects = lines.filter { $0 != "ok" }
      .map {
        Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "SQLite finds: \($0)",
          fixes: ["restore a backup with 'pcu-fab db restore'"]
        )
      }
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    add("pages", count: pages, defects)
    guard defects.isEmpty else { return }
    let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      .map { row -> Diagnostic in
        let table: String = row["table"]
        let parent: String = row["parent"]
        return Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "a row of \(table) refers to a row of \(parent) that isn't there"
        )
      }
    let tables = try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
    )
    add("references", count: tables ?? 0, orphans)
  }
}
