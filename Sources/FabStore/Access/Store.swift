public import FabDiagnostics
import Foundation
import GRDB

/// The lab's memory: one SQLite file.
///
/// Every write is one transaction with its own entries in the audit; what throws leaves the file as it was.
public final class Store {
  /// What a store is opened for.
  public enum Access: Sendable {
    /// Asking.
    case reading
    /// Changing.
    case writing
  }

  /// The file as the user named it.
  public let path: String
  /// What it was opened for.
  public let access: Access
  let queue: DatabaseQueue
  private let lock: WriterLock?

  /// Seconds that a writer waits for others.
  public static let patience = 10.0

  /// Opens a database of this version.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: What for. Only one process writes at a time; the others wait.
  ///   - patience: Seconds to wait for another writer.
  /// - Throws: A ``DiagnosticError``: `no-database`, `foreign-database`, `older-database`, `newer-database`,
  ///   `damaged-database`, `database-busy` or `database-failure`.
  public convenience init(
    path: String,
    access: Access,
    patience: Double = Store.patience
  ) throws(DiagnosticError) {
    try self.init(path: path, access: access, patience: patience, version: Migrations.all.count)
  }

  /// Opens a database of a stated version.
  init(path: String, access: Access, patience: Double, version: Int) throws(DiagnosticError) {
    self.path = path
    self.access = access
    guard Foundation.access(path, F_OK) == 0 else { throw Self.missing(path) }
    // Looked at read-only first: beside a file that isn't ours nothing may appear, and it mustn't change.
    _ = try StoreFile.version(of: path)
    lock = access == .writing ? try WriterLock(database: path, seconds: patience) : nil
    try StoreFile.check(path, version: version)
    queue = try StoreFailure.guarded(path) {
      try DatabaseQueue(
        path: path,
        configuration: Self.configuration(isReadOnly: access == .reading)
      )
    }
  }

  deinit {
    // Closing may write, so it comes before the lock is released.
    try? queue.close()
    withExtendedLifetime(lock) {}
  }

  static func missing(_ path: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .noDatabase,
        at: .file(path),
        "there is no such file",
        fixes: [
          "make a database with 'pcu-fab db init'", "name another with --db or PCU_FAB_DB",
        ]
      )
    )
  }

  /// How connections are set up; what must hold is read back.
  static func configuration(isReadOnly: Bool, isJournaled: Bool = true) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(Store.patience)
    configuration.prepareDatabase { database in
      for statement in [
        // Triggers that keep rows would be passed by INSERT OR REPLACE otherwise.
        "PRAGMA recursive_triggers = ON", "PRAGMA synchronous = FULL",
        // Files come from elsewhere too: nothing in a schema is trusted, pages are checked as they're read.
        "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
        "PRAGMA fullfsync = ON", "PRAGMA checkpoint_fullfsync = ON",
      ] {
        try database.execute(sql: statement)
      }
      if !isReadOnly {
        let mode = isJournaled ? "WAL" : "DELETE"
        let found = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(mode)")
        guard found?.uppercased() == mode else {
          throw DatabaseError(message: "the journal mode is \(found ?? "unknown"), not \(mode)")
        }
      }
      for (pragma, expected) in [
        ("foreign_keys", 1), ("recursive_triggers", 1), ("synchronous", 2),
      ] {
        guard try Int.fetchOne(database, sql: "PRAGMA \(pragma)") == expected else {
          throw DatabaseError(message: "SQLite doesn't take PRAGMA \(pragma) = \(expected)")
        }
      }
    }
    return configuration
  }
}
