extension Schema {
  /// Files as they came, byte by byte, and what was taken from them.
  static let files = """
    CREATE TABLE source_file (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), name TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      encoding TEXT NOT NULL CHECK (encoding IN ('stored', 'deflate')), data BLOB NOT NULL
    ) STRICT;
    \(appendOnly("source_file"))
    CREATE TABLE import (
      id INTEGER PRIMARY KEY, source_file TEXT NOT NULL REFERENCES source_file (sha256),
      parser TEXT NOT NULL, parser_version INTEGER NOT NULL, target TEXT NOT NULL DEFAULT '',
      imported_at TEXT NOT NULL, actor TEXT NOT NULL,
      rows_read INTEGER NOT NULL, rows_stored INTEGER NOT NULL, rows_refused INTEGER NOT NULL,
      report TEXT,
      CHECK (rows_read = rows_stored + rows_refused),
      UNIQUE (source_file, parser, target)
    ) STRICT;
    \(appendOnly("import"))
    CREATE TABLE attachment (
      entity TEXT NOT NULL, code TEXT NOT NULL, source_file TEXT NOT NULL REFERENCES source_file (sha256),
      title TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (entity, code, source_file)
    ) STRICT, WITHOUT ROWID;
    \(appendOnly("attachment"))
    """

  /// Values at sites of wafers: a header a set, a narrow row a value.
  ///
  /// The number of a value says its set and its place in it, see ``ValueNumber``: SQLite fills pages only of tables that grow
  /// at the end by one number. The view has both apart again; it joins by a range of numbers, so that asking for one set or
  /// one wafer doesn't read all values.
  static let measurements = """
    CREATE TABLE characteristic (
      code TEXT PRIMARY KEY, unit TEXT NOT NULL, title TEXT, method TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE spec (
      characteristic TEXT NOT NULL REFERENCES characteristic (code), version INTEGER NOT NULL CHECK (version > 0),
      lower REAL, target REAL, upper REAL, valid_from TEXT NOT NULL, source TEXT NOT NULL,
      PRIMARY KEY (characteristic, version),
      CHECK (lower IS NOT NULL OR upper IS NOT NULL), CHECK (lower < upper)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE measurement_set (
      id INTEGER PRIMARY KEY, wafer TEXT NOT NULL REFERENCES wafer (code),
      characteristic TEXT NOT NULL REFERENCES characteristic (code),
      component TEXT NOT NULL DEFAULT '', run TEXT REFERENCES run (code), seq INTEGER,
      equipment TEXT REFERENCES equipment (code), plan TEXT,
      measured_at TEXT NOT NULL, operator_name TEXT NOT NULL, import INTEGER REFERENCES import (id),
      supersedes INTEGER REFERENCES measurement_set (id), generated INTEGER NOT NULL DEFAULT 0 CHECK (generated IN (0, 1)),
      n INTEGER NOT NULL CHECK (n >= 0), missing INTEGER NOT NULL CHECK (missing >= 0),
      mean REAL, m2 REAL CHECK (m2 >= 0), low REAL, high REAL, digest INTEGER NOT NULL,
      CHECK ((n = 0) = (mean IS NULL))
    ) STRICT;
    CREATE INDEX measurement_set_wafer ON measurement_set (wafer, characteristic);
    CREATE INDEX measurement_set_characteristic ON measurement_set (characteristic, component, measured_at);
    CREATE UNIQUE INDEX measurement_set_supersedes ON measurement_set (supersedes) WHERE supersedes IS NOT NULL;
    CREATE TABLE measured_value (
      id INTEGER PRIMARY KEY CHECK (id > 1048576 AND (id & 1048575) > 0),
      site INTEGER REFERENCES site (id), x_um INTEGER, y_um INTEGER,
      value REAL, u REAL CHECK (u >= 0), flags INTEGER NOT NULL DEFAULT 0,
      CHECK (value IS NOT NULL OR flags <> 0)
    ) STRICT;
    CREATE VIEW measurement_value AS
      SELECT m.id AS measurement, v.id & 1048575 AS n, s.label AS site,
        coalesce(s.x_um, v.x_um) / 1000.0 AS x_mm, coalesce(s.y_um, v.y_um) / 1000.0 AS y_mm, v.value, v.u, v.flags
      FROM measurement_set m
      JOIN measured_value v ON v.id BETWEEN (m.id << 20) + 1 AND (m.id << 20) + 1048575
      LEFT JOIN site s ON s.id = v.site;
    CREATE TABLE curve (
      measurement INTEGER NOT NULL REFERENCES measurement_set (id), n INTEGER NOT NULL,
      kind TEXT NOT NULL, source_file TEXT NOT NULL REFERENCES source_file (sha256), part INTEGER NOT NULL,
      PRIMARY KEY (measurement, n)
    ) STRICT, WITHOUT ROWID;
    \(["spec", "measurement_set", "measured_value", "curve"].map(appendOnly).joined(separator: "\n"))
    \(neverDeleted("characteristic"))
    """
}
