import FabDiagnostics
import Foundation

/// Keeps a database for one writing process at a time.
///
/// SQLite has locks of its own. This one is held from before the file is opened for writing until after it is closed, so that
/// no two connections ever write or checkpoint together: SQLite before 3.51.3 could damage a file then. The lock is the
/// kernel's and ends with the process, however it ends; the empty file `NAME-lock` stays.
final class WriterLock {
  private let descriptor: Int32

  /// How often a busy lock is tried again, in microseconds.
  private static let pause: UInt32 = 2000

  /// Waits for the lock.
  ///
  /// - Throws: A ``DiagnosticError``: `database-busy` after `seconds`, `database-failure` if the file can't be made.
  init(database path: String, seconds: Double) throws(DiagnosticError) {
    descriptor = try Self.lock(Self.resolved(path) + "-lock", for: path, seconds: seconds)
  }

  deinit {
    close(descriptor)
  }

  /// The file that a name leads to: two names of one file must lead to one lock.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func lock(
    _ lock: String,
    for path: String,
    seconds: Double
  ) throws(DiagnosticError) -> Int32 {
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw DiagnosticError(
        Diagnostic(
          .databaseFailure,
          at: .file(path),
          "can't write beside the database: \(String(cString: strerror(errno)))",
          fixes: ["make its folder writable, or name another database with --db"]
        )
      )
    }
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EWOULDBLOCK || reason == EINTR, clock.now < end {
        usleep(pause)
        continue
      }
      close(descriptor)
      throw DiagnosticError(
        reason == EWOULDBLOCK || reason == EINTR
          ? Diagnostic(
            .databaseBusy,
            at: .file(path),
            "another process has been writing for more than \(seconds) s",
            fixes: ["wait for it and try again"]
          )
          : Diagnostic(
            .databaseFailure,
            at: .file(path),
            "can't lock \(lock): \(String(cString: strerror(reason)))",
            fixes: ["keep the database on a local disk: others may not know locks"]
          )
      )
    }
    return descriptor
  }
}
