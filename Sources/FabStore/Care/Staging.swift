import FabDiagnostics
import Foundation

/// Makes a file beside its place and brings it there when it is whole and on the disk.
enum Staging {
  /// Runs a body that writes `staging`, then gives that the name `path`.
  ///
  /// - Throws: A ``DiagnosticError``; `staging` is gone then and `path` as it was. It is `foreign-output` if another process
  ///   has made `path` meanwhile.
  static func create(
    _ staging: String,
    _ path: String,
    _ body: () throws -> Void
  ) throws(DiagnosticError) {
    try write(staging, path, body)
    // A link, since renaming would replace what another process may have made meanwhile.
    guard link(staging, path) == 0 else {
      let reason =
        errno == EEXIST ? occupied(path, "the file exists") : failure("put the file in place", path)
      remove(staging)
      throw reason
    }
    remove(staging)
    try syncFolder(of: path)
  }

  /// Runs a body that writes `staging` and brings it to the disk.
  ///
  /// - Throws: A ``DiagnosticError``; `staging` is gone then.
  static func write(
    _ staging: String,
    _ path: String,
    _ body: () throws -> Void
  ) throws(DiagnosticError) {
    // What a process with the same number left when it was killed.
    remove(staging)
    do {
      try StoreFailure.guarded(path, body)
      try sync(staging, as: path)
    } catch {
      remove(staging)
      throw error
    }
  }

  /// Throws unless nothing has a name, nor a journal that SQLite would take for one of a new file of that name.
  static func checkFree(_ path: String, _ summary: String, fix: String) throws(DiagnosticError) {
    if access(path, F_OK) == 0 { throw occupied(path, summary, fix: fix) }
    for suffix in ["-wal", "-journal"] where access(path + suffix, F_OK) == 0 {
      throw occupied(
        path,
        "the journal \(path)\(suffix) of a database that isn't there would be mixed into a new one",
        fix: "move it back to its database, or away"
      )
    }
  }

  /// Brings the folder of a file to the disk.
  static func syncFolder(of path: String) throws(DiagnosticError) {
    try sync((path as NSString).deletingLastPathComponent, as: path)
  }

  private static func sync(_ target: String, as path: String) throws(DiagnosticError) {
    let descriptor = open(target.isEmpty ? "." : target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open what was written", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("bring it to the disk", path) }
  }

  /// Removes an unfinished database with what SQLite keeps beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  static func failure(_ action: String, _ path: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .databaseFailure,
        at: .file(path),
        "can't \(action): \(String(cString: strerror(errno)))",
        fixes: ["make room, and make the folder writable for this user"]
      )
    )
  }

  private static func occupied(
    _ path: String,
    _ summary: String,
    fix: String = "choose another name"
  ) -> DiagnosticError {
    DiagnosticError(Diagnostic(.foreignOutput, at: .file(path), summary, fixes: [fix]))
  }
}
