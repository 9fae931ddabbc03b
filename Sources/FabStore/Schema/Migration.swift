/// One step of the schema, from a version to the next.
struct Migration: Sendable {
  /// The version that the database has afterwards.
  let version: Int
  /// What it brings.
  let name: String
  /// The statements.
  let sql: String
}
