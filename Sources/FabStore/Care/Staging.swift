import FabDiagnostics
import Foundation

/// Makes a file beside its place and brings it there when it is whole and on the disk.
enum Staging {
  /// Runs a body that writes `staging`, then puts that in the place of `path`.
  ///
  /// - Throws: A ``DiagnosticError``; `staging` is gone then and `path` as it was.
  static func write(
    _ staging: String,
    _ path: String,
    _ body: () throws -> Void
  ) throws(DiagnosticError) {
    do {
      try StoreFailure.guarded(path, body)
    } catch {
      remove(staging)
      throw error
    }
    try sync(staging, as: path)
    guard rename(staging, path) == 0 else {
      let reason = failure("put the file in place", path)
      remove(staging)
      throw reason
    }
    try sync((path as NSString).deletingLastPathComponent, as: path)
  }

  /// Brings a file or a folder to the disk.
  static func sync(_ target: String, as path: String) throws(DiagnosticError) {
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
        "can't \(action): \(String(cString: strerror(errno)))"
      )
    )
  }
}
