import FabHash
import GRDB

/// Brings a connection's database from one version of the schema to another.
enum StoreSchema {
  /// Applies the steps beyond the version that the database has, each in a transaction of its own.
  static func migrate(_ queue: DatabaseQueue, through steps: [Migration], at now: UTCTime) throws {
    for step in steps {
      try queue.inTransaction(.immediate) { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard step.version == version + 1 else { return .rollback }
        try database.execute(sql: step.sql)
        try database.execute(
          sql: "INSERT INTO migration (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
          arguments: [
            step.version, step.name, ContentHash(of: Array(step.sql.utf8)).hexadecimal, now.text,
          ]
        )
        try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(step.version)")
        return .commit
      }
    }
  }
}
