extension Schema {
  /// The record of changes, and of the schema itself.
  static let care = """
    CREATE TABLE migration (
      version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      applied_at TEXT NOT NULL
    ) STRICT;
    \(appendOnly("migration"))
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
      entity TEXT NOT NULL, entity_id TEXT NOT NULL,
      before_json TEXT,
      after_json TEXT,
      prev_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
    ) STRICT;
    \(appendOnly("audit"))
    CREATE INDEX audit_entity ON audit (entity, entity_id);
    """
}
