public import FabDiagnostics
import GRDB
import GRDBSQLite

extension StoreReader {
  /// The sets that count: those that no later one corrects, oldest first.
  ///
  /// - Parameters:
  ///   - wafer: Only of this wafer.
  ///   - characteristic: Only of this characteristic.
  ///   - component: Only of this component; an empty text asks for films and whole PCUs.
  /// - Returns: Their headers.
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func measurementSets(
    wafer: String? = nil,
    characteristic: String? = nil,
    component: String? = nil
  ) throws(DiagnosticError) -> [MeasurementSet] {
    var conditions = [
      "NOT EXISTS (SELECT 1 FROM measurement_set later WHERE later.supersedes = m.id)"
    ]
    var arguments: [String] = []
    for (column, value) in [
      ("wafer", wafer), ("characteristic", characteristic), ("component", component),
    ] {
      guard let value else { continue }
      conditions.append("m.\(column) = ?")
      arguments.append(value)
    }
    return try rows(
      "SELECT m.* FROM measurement_set m WHERE \(conditions.joined(separator: " AND "))"
        + " ORDER BY m.measured_at, m.id",
      StatementArguments(arguments)
    )
    .mapped(path)
  }

  /// The values of a set, held against their digest.
  ///
  /// - Throws: A ``DiagnosticError`` with `damaged-database` if they aren't what was stored.
  public func values(of set: MeasurementSet) throws(DiagnosticError) -> [MeasuredValue] {
    let values = try StoreFailure.guarded(path) { try Self.values(database, measurement: set.id) }
    var summary = MeasurementSummary()
    for value in values { summary.add(value) }
    guard summary.digest() == set.digest else {
      throw DiagnosticError(Self.altered(set, path))
    }
    return values
  }

  static func altered(_ set: MeasurementSet, _ path: String) -> Diagnostic {
    Diagnostic(
      .damagedDatabase,
      at: .file(path),
      "the values of measurement set \(set.id) (\(set.characteristic) of \(set.wafer)) aren't those that were stored",
      fixes: ["run 'pcu-fab db check', and restore a backup with 'pcu-fab db restore'"]
    )
  }

  static func values(
    _ database: Database,
    measurement: Int64
  ) throws -> [MeasuredValue] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT site, x_um, y_um, value, u, flags FROM measured_value WHERE measurement = ? ORDER BY n
        """
    )
    return try Row.fetchAll(statement, arguments: [measurement])
      .map { row in
        MeasuredValue(
          site: row[0],
          xUm: row[1],
          yUm: row[2],
          value: row[3],
          u: row[4],
          flags: MeasurementFlags(rawValue: row[5])
        )
      }
  }

  /// Count, mean, spread and limits per wafer over all sets that count, from their headers alone.
  ///
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func waferStatistics(
    characteristic: String,
    component: String = ""
  ) throws(DiagnosticError) -> [WaferStatistics] {
    try StoreFailure.guarded(path) {
      var result: [WaferStatistics] = []
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT m.wafer, m.n, m.mean, m.m2, m.low, m.high FROM measurement_set m
          WHERE m.characteristic = ? AND m.component = ? AND m.n > 0
            AND NOT EXISTS (SELECT 1 FROM measurement_set later WHERE later.supersedes = m.id)
          ORDER BY m.wafer, m.id
          """,
        arguments: [characteristic, component]
      )
      while let row = try cursor.next() {
        let wafer: String = row[0]
        let part = WaferStatistics(
          wafer: wafer,
          sets: 1,
          n: row[1],
          mean: row[2],
          m2: row[3],
          low: row[4],
          high: row[5]
        )
        if result.last?.wafer == wafer {
          result[result.count - 1].add(part)
        } else {
          result.append(part)
        }
      }
      return result
    }
  }
}

extension [Row] {
  /// The entries of these rows.
  func mapped<Entry: StoreEntry>(_ path: String) throws(DiagnosticError) -> [Entry] {
    try StoreFailure.guarded(path) { try map { try EntryCoding.entry($0) } }
  }
}
