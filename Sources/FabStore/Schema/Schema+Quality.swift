extension Schema {
  /// Limits of control charts, frozen and versioned, and what went beyond them.
  static let controlCharts = """
    CREATE TABLE control_limits (
      id INTEGER PRIMARY KEY, characteristic TEXT NOT NULL REFERENCES characteristic (code),
      component TEXT NOT NULL DEFAULT '', statistic TEXT NOT NULL, chart TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0), limits TEXT NOT NULL,
      baseline_n INTEGER NOT NULL CHECK (baseline_n > 0), baseline TEXT NOT NULL,
      frozen_at TEXT NOT NULL, frozen_by TEXT NOT NULL, reason TEXT,
      UNIQUE (characteristic, component, statistic, chart, version)
    ) STRICT;
    \(appendOnly("control_limits"))
    CREATE TABLE control_event (
      id INTEGER PRIMARY KEY, limits INTEGER NOT NULL REFERENCES control_limits (id),
      measurement INTEGER NOT NULL REFERENCES measurement_set (id), rule TEXT NOT NULL, detail TEXT NOT NULL,
      found_at TEXT NOT NULL, acknowledged_by TEXT, acknowledged_at TEXT, cause TEXT, action TEXT,
      UNIQUE (limits, measurement, rule),
      CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL))
    ) STRICT;
    CREATE INDEX control_event_measurement ON control_event (measurement);
    \(neverDeleted("control_event"))
    """

  /// Bins by ruleset, and the verdicts of verifications.
  static let bins = """
    CREATE TABLE bin_ruleset (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), name TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0), rules TEXT NOT NULL, UNIQUE (name, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bin (
      ruleset TEXT NOT NULL REFERENCES bin_ruleset (sha256), component TEXT NOT NULL,
      code INTEGER NOT NULL CHECK (code BETWEEN 0 AND 255),
      quality TEXT NOT NULL CHECK (quality IN ('Pass', 'Fail', 'Skip')), name TEXT NOT NULL,
      PRIMARY KEY (ruleset, component, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bin_result (
      wafer TEXT NOT NULL REFERENCES wafer (code), pass INTEGER NOT NULL CHECK (pass > 0),
      component TEXT NOT NULL, site INTEGER NOT NULL REFERENCES site (id),
      ruleset TEXT NOT NULL, code INTEGER NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (wafer, pass, component, site),
      FOREIGN KEY (ruleset, component, code) REFERENCES bin (ruleset, component, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bin_pass (
      wafer TEXT NOT NULL REFERENCES wafer (code), pass INTEGER NOT NULL CHECK (pass > 0),
      at TEXT NOT NULL, actor TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (wafer, pass)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW wafer_yield AS
      SELECT r.wafer, r.component, r.pass,
        sum(b.quality = 'Pass') AS passed, sum(b.quality = 'Fail') AS failed, sum(b.quality = 'Skip') AS skipped
      FROM bin_result r
      JOIN (SELECT wafer, max(pass) AS pass FROM bin_pass GROUP BY wafer) l ON l.wafer = r.wafer AND l.pass = r.pass
      JOIN bin b ON b.ruleset = r.ruleset AND b.component = r.component AND b.code = r.code
      GROUP BY r.wafer, r.component;
    CREATE TABLE verification (
      id INTEGER PRIMARY KEY, wafer TEXT NOT NULL REFERENCES wafer (code), layout TEXT NOT NULL REFERENCES layout (sha256),
      at TEXT NOT NULL, actor TEXT NOT NULL, verdict TEXT NOT NULL, report TEXT NOT NULL
    ) STRICT;
    \(["bin_ruleset", "bin", "bin_result", "bin_pass", "verification"].map(appendOnly).joined(separator: "\n"))
    """
}
