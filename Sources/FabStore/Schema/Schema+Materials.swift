extension Schema {
  /// Materials and their bottles, instruments and chambers.
  static let materials = """
    CREATE TABLE material (
      code TEXT PRIMARY KEY, title TEXT, formula TEXT,
      molar_mass_g_per_mol REAL CHECK (molar_mass_g_per_mol > 0),
      density_g_per_cm3 REAL CHECK (density_g_per_cm3 > 0),
      z_ratio REAL CHECK (z_ratio > 0),
      source TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE material_lot (
      code TEXT PRIMARY KEY, material TEXT NOT NULL REFERENCES material (code),
      supplier TEXT NOT NULL, lot_number TEXT NOT NULL, purity TEXT,
      amount_mg REAL CHECK (amount_mg > 0), opened TEXT, expires TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'exhausted', 'discarded')), note TEXT,
      UNIQUE (material, supplier, lot_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE equipment (
      code TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT,
      geometry TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE equipment_state (
      equipment TEXT NOT NULL REFERENCES equipment (code), from_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('PRD', 'SBY', 'ENG', 'SDT', 'UDT', 'NST')),
      reason TEXT, PRIMARY KEY (equipment, from_at)
    ) STRICT, WITHOUT ROWID;
    \(appendOnly("equipment_state"))
    CREATE TABLE calibration (
      equipment TEXT NOT NULL REFERENCES equipment (code), kind TEXT NOT NULL
        CHECK (kind IN ('tooling', 'density', 'z-ratio', 'wavelength', 'two-theta')),
      material TEXT NOT NULL DEFAULT '', valid_from TEXT NOT NULL, value REAL NOT NULL,
      previous REAL, indicated REAL, measured REAL, method TEXT NOT NULL,
      PRIMARY KEY (equipment, kind, material, valid_from)
    ) STRICT, WITHOUT ROWID;
    \(appendOnly("calibration"))
    \(["material", "material_lot", "equipment"].map(neverDeleted).joined(separator: "\n"))
    """

  /// Recipes and layouts as canonical bytes by hash, with what can be asked of them.
  static let recipesAndLayouts = """
    CREATE TABLE recipe (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      name TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0), title TEXT,
      canonical TEXT NOT NULL,
      UNIQUE (name, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE recipe_step (
      recipe TEXT NOT NULL REFERENCES recipe (sha256), seq INTEGER NOT NULL CHECK (seq > 0),
      film TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, material TEXT, mask_level TEXT,
      thickness_nm REAL, rate_a_per_s REAL, temperature_c REAL, pressure_pa REAL, time_s REAL,
      details TEXT,
      PRIMARY KEY (recipe, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE layout (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), name TEXT NOT NULL,
      recipe TEXT NOT NULL REFERENCES recipe (sha256),
      floor_plan_sha256 TEXT NOT NULL CHECK (length(floor_plan_sha256) = 64),
      floor_plan TEXT NOT NULL,
      diameter_mm REAL NOT NULL CHECK (diameter_mm > 0),
      edge_exclusion_mm REAL NOT NULL CHECK (edge_exclusion_mm >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE site (
      id INTEGER PRIMARY KEY, layout TEXT NOT NULL REFERENCES layout (sha256),
      label TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL, row INTEGER, col INTEGER,
      x_um INTEGER NOT NULL, y_um INTEGER NOT NULL,
      width_um INTEGER NOT NULL, height_um INTEGER NOT NULL,
      UNIQUE (layout, label)
    ) STRICT;
    \(["recipe", "recipe_step", "layout", "site"].map(appendOnly).joined(separator: "\n"))
    """
}
