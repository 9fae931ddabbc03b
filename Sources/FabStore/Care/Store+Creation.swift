public import FabDiagnostics
import Foundation
import GRDB

extension Store {
  /// Makes an empty database; it appears under its name only when it is whole.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there.
  ///   - now: The moment that its history begins with.
  /// - Throws: A ``DiagnosticError``: `foreign-output` if something is there, `database-failure` otherwise.
  public static func create(path: String, at now: UTCTime) throws(DiagnosticError) {
    try create(path: path, at: now, steps: Migrations.all)
  }

  static func create(
    path: String,
    at now: UTCTime,
    steps: [Migration]
  ) throws(DiagnosticError) {
    try Staging.checkFree(
      path,
      "the file exists",
      fix: "use it as it is, or name another with --db"
    )
    let staging = path + ".making-\(getpid())"
    try Staging.create(staging, path) {
      let queue = try DatabaseQueue(
        path: staging,
        configuration: configuration(isReadOnly: false, isJournaled: false)
      )
      try StoreSchema.migrate(queue, through: steps, at: now)
      try queue.close()
    }
  }
}
