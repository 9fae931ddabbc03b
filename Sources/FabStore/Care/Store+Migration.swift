public import FabDiagnostics
import Foundation
import GRDB

extension Store {
  /// The version of the schema that this tool writes.
  public static var currentVersion: Int { Migrations.all.count }

  /// The version of the schema that a database has.
  ///
  /// - Throws: A ``DiagnosticError``: `no-database`, `foreign-database` or what reading meets.
  public static func version(of path: String) throws(DiagnosticError) -> Int {
    guard Foundation.access(path, F_OK) == 0 else { throw missing(path) }
    return try StoreFile.version(of: path)
  }

  /// Brings a database to the newest version, after a backup.
  ///
  /// - Parameters:
  ///   - path: The database.
  ///   - backup: Where the backup goes; nothing may be there.
  ///   - now: The moment that is recorded.
  /// - Returns: The version before; the current one if there was nothing to do.
  /// - Throws: A ``DiagnosticError``; the database is as it was before the step that failed.
  public static func migrate(
    path: String,
    backup: String,
    at now: UTCTime
  ) throws(DiagnosticError) -> Int {
    try migrate(path: path, backup: backup, at: now, steps: Migrations.all)
  }

  static func migrate(
    path: String,
    backup: String,
    at now: UTCTime,
    steps: [Migration]
  ) throws(DiagnosticError) -> Int {
    let old = try version(of: path)
    guard old <= steps.count else {
      try StoreFile.check(path, version: steps.count)
      return old
    }
    guard old < steps.count else { return old }
    let store: Store
    do {
      store = try Store(path: path, access: .writing, patience: Store.patience, version: old)
    } catch {
      // Whoever had the lock may have done it meanwhile.
      if try version(of: path) == steps.count { return steps.count }
      throw error
    }
    // Its lock and its connection must outlive the steps: an object may end after its last use.
    defer { withExtendedLifetime(store) {} }
    _ = try store.backup(to: backup)
    try StoreFailure.guarded(path) {
      try StoreSchema.migrate(store.queue, through: steps, at: now)
    }
    return old
  }
}
