/// The tables, by part of the lab.
///
/// Names that people give are the keys, so that every SQL tool can read the file without joins. Times are text in universal
/// time, quantities carry their unit in the name of the column, and what nobody stated is NULL. Columns of JSON have no
/// `CHECK (json_valid(…))`: SQLite before 3.43 refuses that function where schemas aren't trusted, and ours never are.
enum Schema {
  /// Statements that make a table append-only.
  static func appendOnly(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'rows of \(table) never change'); END;
    \(neverDeleted(table))
    """
  }

  /// Statements that keep the rows of a table for ever.
  static func neverDeleted(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never deleted'); END;
    """
  }
}
