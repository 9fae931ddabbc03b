extension Schema {
  /// Lots, wafers, where they come from, and what stops them.
  static let lotsAndWafers = """
    CREATE TABLE lot (
      code TEXT PRIMARY KEY, title TEXT, state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
      origin TEXT, note TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE wafer (
      code TEXT PRIMARY KEY, lot TEXT NOT NULL REFERENCES lot (code),
      layout TEXT REFERENCES layout (sha256), substrate TEXT NOT NULL,
      diameter_mm REAL NOT NULL CHECK (diameter_mm > 0),
      flat_mm REAL CHECK (flat_mm > 0),
      edge_exclusion_mm REAL NOT NULL CHECK (edge_exclusion_mm >= 0),
      slot INTEGER CHECK (slot > 0),
      state TEXT NOT NULL CHECK (state IN ('needs processing', 'in process', 'processed', 'scrapped')),
      note TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wafer_lot ON wafer (lot);
    CREATE TABLE genealogy (
      child TEXT NOT NULL, parent TEXT NOT NULL, entity TEXT NOT NULL CHECK (entity IN ('lot', 'wafer')),
      kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'rework', 'dice')), at TEXT NOT NULL,
      wafers TEXT, reason TEXT,
      PRIMARY KEY (child, parent, entity, kind, at), CHECK (child <> parent OR kind = 'rework')
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX genealogy_parent ON genealogy (parent);
    \(appendOnly("genealogy"))
    CREATE TABLE hold (
      id INTEGER PRIMARY KEY, entity TEXT NOT NULL CHECK (entity IN ('lot', 'wafer', 'run', 'material-lot', 'equipment')),
      code TEXT NOT NULL, reason TEXT NOT NULL, held_by TEXT NOT NULL, held_at TEXT NOT NULL,
      released_by TEXT, released_at TEXT, release_reason TEXT,
      CHECK ((released_by IS NULL) = (released_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX hold_open ON hold (entity, code) WHERE released_at IS NULL;
    \(["lot", "wafer", "hold"].map(neverDeleted).joined(separator: "\n"))
    """

  /// Runs: planned against actual, and what they used.
  static let runs = """
    CREATE TABLE run (
      code TEXT PRIMARY KEY, recipe TEXT NOT NULL REFERENCES recipe (sha256),
      equipment TEXT NOT NULL REFERENCES equipment (code), operator_name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'aborted')),
      started_at TEXT NOT NULL, ended_at TEXT, reason TEXT, note TEXT,
      CHECK ((state = 'running') = (ended_at IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_wafer (
      run TEXT NOT NULL REFERENCES run (code), wafer TEXT NOT NULL REFERENCES wafer (code),
      slot INTEGER CHECK (slot > 0), holder_x_mm REAL, holder_y_mm REAL, angle_deg REAL,
      PRIMARY KEY (run, wafer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX run_wafer_wafer ON run_wafer (wafer);
    \(appendOnly("run_wafer"))
    CREATE TABLE run_step (
      run TEXT NOT NULL REFERENCES run (code), seq INTEGER NOT NULL CHECK (seq > 0),
      attempt INTEGER NOT NULL DEFAULT 1 CHECK (attempt > 0),
      started_at TEXT, ended_at TEXT NOT NULL,
      thickness_nm REAL CHECK (thickness_nm >= 0), rate_a_per_s REAL CHECK (rate_a_per_s >= 0),
      rate_sd_a_per_s REAL CHECK (rate_sd_a_per_s >= 0), temperature_c REAL CHECK (temperature_c > -273.15),
      pressure_pa REAL CHECK (pressure_pa >= 0), pressure_end_pa REAL CHECK (pressure_end_pa >= 0),
      time_s REAL CHECK (time_s >= 0), tooling REAL CHECK (tooling > 0),
      operator_name TEXT NOT NULL, note TEXT,
      PRIMARY KEY (run, seq, attempt)
    ) STRICT, WITHOUT ROWID;
    \(appendOnly("run_step"))
    CREATE TABLE material_use (
      run TEXT NOT NULL, seq INTEGER NOT NULL, attempt INTEGER NOT NULL DEFAULT 1,
      material_lot TEXT NOT NULL REFERENCES material_lot (code), mg REAL CHECK (mg > 0),
      PRIMARY KEY (run, seq, attempt, material_lot),
      FOREIGN KEY (run, seq, attempt) REFERENCES run_step (run, seq, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_use_lot ON material_use (material_lot);
    \(appendOnly("material_use"))
    \(neverDeleted("run"))
    """
}
