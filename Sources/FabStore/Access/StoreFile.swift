import FabDiagnostics
import Foundation
import GRDB

/// What a file says of itself before it is opened as a store.
enum StoreFile {
  /// The version of a file's schema.
  ///
  /// - Throws: A ``DiagnosticError``: `foreign-database`, `damaged-database` or `database-failure`.
  static func version(of path: String) throws(DiagnosticError) -> Int {
    try checkKind(path)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Store.patience)
    let (application, version) = try StoreFailure.guarded(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        (
          try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        )
      }
    }
    guard application == Migrations.applicationID, version > 0 else {
      throw DiagnosticError(
        Diagnostic(
          .foreignDatabase,
          at: .file(path),
          "the file is a database of another program (application_id \(application))",
          fixes: ["name the database of the lab with --db"]
        )
      )
    }
    return version
  }

  /// Throws for what can't be a database, since SQLite's own words about it don't help.
  ///
  /// The file isn't opened for this: closing it again would end the locks that this process has on it.
  private static func checkKind(_ path: String) throws(DiagnosticError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let finding: String
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_size == 0 else { return }
      finding = "the file is empty"
    case S_IFDIR: finding = "this is a folder and no database"
    default: finding = "this is a device and no database"
    }
    throw DiagnosticError(
      Diagnostic(
        .foreignDatabase,
        at: .file(path),
        finding,
        fixes: ["name the database of the lab with --db"]
      )
    )
  }

  /// Throws unless a file is a store of a version.
  static func check(_ path: String, version expected: Int) throws(DiagnosticError) {
    let found = try version(of: path)
    if found < expected {
      throw DiagnosticError(
        Diagnostic(
          .olderDatabase,
          at: .file(path),
          "the database has version \(found) of the schema, this tool needs \(expected)",
          fixes: ["run 'pcu-fab db migrate', which makes a backup first"]
        )
      )
    }
    if found > expected {
      throw DiagnosticError(
        Diagnostic(
          .newerDatabase,
          at: .file(path),
          "the database has version \(found) of the schema, this tool knows up to \(expected)",
          fixes: ["use the newer version of this tool"]
        )
      )
    }
  }
}
