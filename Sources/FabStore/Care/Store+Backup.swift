public import FabDiagnostics
import Foundation
import GRDB

extension Store {
  /// Copies the database as it is at this moment, checks the copy and puts it in place.
  ///
  /// Others may read and write meanwhile; the copy has what was committed when it ended.
  ///
  /// - Parameter target: Where; nothing may be there.
  /// - Returns: What was found when the copy was checked: nothing, if it's good.
  /// - Throws: A ``DiagnosticError``; there is no copy then.
  public func backup(to target: String) throws(DiagnosticError) -> StoreCheck {
    guard Foundation.access(target, F_OK) != 0 else {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(target),
          "the file exists",
          fixes: ["choose another name: backups are never overwritten"]
        )
      )
    }
    let staging = target + ".copying-\(getpid())"
    var check = StoreCheck()
    try Staging.write(staging, target) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(Store.patience)
      let copy = try DatabaseQueue(path: staging, configuration: configuration)
      try queue.backup(to: copy)
      // A copy travels alone: nothing of it may wait in a file beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      check = try copy.read { try StoreCheck.quick($0, path: target) }
      try copy.close()
      guard check.findings.isEmpty else { throw DiagnosticError(check.findings) }
    }
    return check
  }

  /// Puts a backup in the place of the database and keeps the old one beside it.
  ///
  /// - Parameters:
  ///   - backup: The backup; it is checked before anything changes.
  ///   - path: The database; need not exist.
  ///   - kept: Where the old database goes; nothing may be there.
  /// - Returns: Whether there was an old one.
  /// - Throws: A ``DiagnosticError``; the old database is in its place then.
  public static func restore(
    _ backup: String,
    to path: String,
    keeping kept: String
  ) throws(DiagnosticError) -> Bool {
    let lock = try WriterLock(database: path, seconds: Store.patience)
    defer { withExtendedLifetime(lock) {} }
    let source = try Store(
      path: backup,
      access: .reading,
      patience: Store.patience,
      version: Migrations.all.count
    )
    let found = try source.check()
    guard found.findings.isEmpty else { throw DiagnosticError(found.findings) }
    let staging = path + ".restoring-\(getpid())"
    let hadOld = Foundation.access(path, F_OK) == 0
    if hadOld { try setAside(path, as: kept) }
    try Staging.write(staging, path) {
      let copy = try DatabaseQueue(path: staging)
      try source.queue.backup(to: copy)
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    }
    return hadOld
  }

  /// Copies a database with what still waits in its journal under another name.
  private static func setAside(_ path: String, as kept: String) throws(DiagnosticError) {
    guard Foundation.access(kept, F_OK) != 0 else {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(kept),
          "the file exists; the old database would be kept there",
          fixes: ["move it away"]
        )
      )
    }
    // A damaged database can't be copied page by page through SQLite, so the files are linked as they are.
    for suffix in ["", "-wal"] where Foundation.access(path + suffix, F_OK) == 0 {
      guard link(path + suffix, kept + suffix) == 0 else {
        throw Staging.failure("keep the old database as \(kept + suffix)", path)
      }
    }
    // The journal belongs to the old file: left here it would be taken for one of the new.
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
  }
}
