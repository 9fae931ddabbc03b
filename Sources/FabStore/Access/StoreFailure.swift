import FabDiagnostics
import Foundation
import GRDB

/// What SQLite says, as messages.
enum StoreFailure {
  /// Runs a body whose failures are SQLite's or already messages.
  static func guarded<Result>(
    _ path: String,
    _ body: () throws -> Result
  ) throws(DiagnosticError) -> Result {
    do {
      return try body()
    } catch let error as DiagnosticError {
      throw error
    } catch let error as DatabaseError {
      throw DiagnosticError(diagnostic(error, path))
    } catch {
      throw DiagnosticError(Diagnostic(.damagedDatabase, at: .file(path), "\(error)"))
    }
  }

  private static func diagnostic(_ error: DatabaseError, _ path: String) -> Diagnostic {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return Diagnostic(
        .foreignDatabase,
        at: .file(path),
        "the file is no SQLite database",
        fixes: ["name the database of the lab with --db"]
      )
    case .SQLITE_CORRUPT:
      return Diagnostic(
        .damagedDatabase,
        at: .file(path),
        "the file is damaged: \(message)",
        fixes: ["run 'pcu-fab db check', and restore a backup with 'pcu-fab db restore'"]
      )
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Diagnostic(
        .databaseBusy,
        at: .file(path),
        "another process has kept the database for more than \(Store.patience) s",
        fixes: ["wait for it and try again"]
      )
    case .SQLITE_FULL:
      return Diagnostic(
        .databaseFailure,
        at: .file(path),
        "there is no room left: \(message); nothing has changed",
        fixes: ["make room and try again"]
      )
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return Diagnostic(
        .databaseFailure,
        at: .file(path),
        "the database can't be opened for this: \(message)",
        fixes: ["make the file and its folder readable and writable for this user"]
      )
    case .SQLITE_CONSTRAINT:
      return Diagnostic(
        .conflictingEntry,
        at: .file(path),
        "the database refuses this: \(message); nothing has changed"
      )
    default:
      return Diagnostic(
        .databaseFailure,
        at: .file(path),
        "\(message) (SQLite \(error.resultCode.rawValue)); nothing has changed"
      )
    }
  }
}
