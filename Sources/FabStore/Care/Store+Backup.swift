public import FabDiagnostics
import Foundation
import GRDB

extension Store {
  /// Copies the database as it is at this moment, checks the copy and puts it in place.
  ///
  /// Others may read and write meanwhile; the copy has what was committed when it began.
  ///
  /// - Parameter target: Where; nothing may be there.
  /// - Returns: What was found when the copy was checked: nothing, if it's good.
  /// - Throws: A ``DiagnosticError``; there is no copy then.
  public func backup(to target: String) throws(DiagnosticError) -> StoreCheck {
    try Staging.checkFree(
      target,
      "the file exists",
      fix: "choose another name: backups are never overwritten"
    )
    let staging = target + ".copying-\(getpid())"
    var check = StoreCheck()
    try Staging.create(staging, target) {
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
    defer { withExtendedLifetime(source) {} }
    let found = try source.check()
    guard found.findings.isEmpty else { throw DiagnosticError(found.findings) }
    let hadOld = Foundation.access(path, F_OK) == 0
    if !hadOld {
      try Staging.checkFree(path, "the file exists", fix: "try again")
    } else {
      try Staging.checkFree(
        kept,
        "the file exists; the old database would be kept there",
        fix: "move it away"
      )
    }
    let staging = path + ".restoring-\(getpid())"
    try Staging.write(staging, path) {
      let copy = try DatabaseQueue(path: staging)
      try source.queue.backup(to: copy)
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      let copied = try copy.read { try StoreCheck.quick($0, path: path) }
      try copy.close()
      guard copied.findings.isEmpty else { throw DiagnosticError(copied.findings) }
    }
    do {
      if hadOld { try keep(path, as: kept) }
      try replace(path, with: staging)
    } catch {
      Staging.remove(staging)
      if hadOld {
        for suffix in ["", "-wal", "-journal"] { link(kept + suffix, path + suffix) }
      }
      throw error
    }
    return hadOld
  }

  /// Gives a database, with what still waits in its journal, a second name.
  ///
  /// A damaged database can't be copied page by page through SQLite, so the files are linked as they are.
  private static func keep(_ path: String, as kept: String) throws(DiagnosticError) {
    for suffix in ["", "-wal", "-journal"] where Foundation.access(path + suffix, F_OK) == 0 {
      guard link(path + suffix, kept + suffix) == 0 else {
        let reason = Staging.failure("keep the old database as \(kept + suffix)", path)
        Staging.remove(kept)
        throw reason
      }
    }
    try Staging.syncFolder(of: kept)
  }

  /// Puts a whole file in the place of a database whose files have second names.
  ///
  /// The old file goes before its journal, and the new one comes last: at no moment does one database stand beside the
  /// journal of another, which SQLite would mix into it. Whoever loses power in between has no database in its place, the
  /// old one under its second name and the backup.
  private static func replace(_ path: String, with staging: String) throws(DiagnosticError) {
    unlink(path)
    try Staging.syncFolder(of: path)
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
    try Staging.syncFolder(of: path)
    guard rename(staging, path) == 0 else {
      throw Staging.failure("put the backup in place", path)
    }
    try Staging.syncFolder(of: path)
  }
}
