public import FabDiagnostics
import FabHash
import GRDB
import GRDBSQLite

extension StoreWriter {
  /// Stores sets of values in one go.
  ///
  /// - Parameters:
  ///   - sets: The headers with their values; number, counts and digest are filled in.
  ///   - source: The import that they came with, if any.
  /// - Returns: The numbers of the sets in order.
  /// - Throws: A ``DiagnosticError``: `not-finite` for a value that is no number, `conflicting-entry` where a wafer,
  ///   characteristic or site isn't in the store.
  @discardableResult
  public func addMeasurements(
    _ sets: [(header: MeasurementSet, values: [MeasuredValue])],
    import source: Int64? = nil
  ) throws(DiagnosticError) -> ClosedRange<Int64>? {
    var first: Int64?
    var last: Int64 = 0
    var values = 0
    let digest = MeasurementDigest()
    for (header, rows) in sets {
      var header = header
      header.import = source
      try checkFinite(rows, header)
      var summary = MeasurementSummary()
      for row in rows { summary.add(row) }
      header.n = summary.n
      header.missing = summary.missing
      header.mean = summary.n > 0 ? summary.mean : nil
      header.m2 = summary.n > 0 ? summary.m2 : nil
      header.low = summary.n > 0 ? summary.low : nil
      header.high = summary.n > 0 ? summary.high : nil
      header.digest = summary.digest()
      header.id = try insert(header)
      try insert(rows, measurement: header.id)
      digest.add(header)
      first = first ?? header.id
      last = header.id
      values += rows.count
    }
    guard let first else { return nil }
    try record(
      "import",
      MeasurementSet.table,
      first == last ? "\(first)" : "\(first)-\(last)",
      before: nil,
      after: [
        "first": .integer(first), "last": .integer(last), "values": .integer(Int64(values)),
        "import": source.map { .integer($0) } ?? .null, "digest": .text(digest.hexadecimal),
      ]
    )
    return first...last
  }

  private func checkFinite(
    _ rows: [MeasuredValue],
    _ header: MeasurementSet
  ) throws(DiagnosticError) {
    // SQLite would store NaN as NULL without a word.
    let bad = rows.firstIndex {
      !($0.value ?? 0).isFinite || !($0.u ?? 0).isFinite || ($0.value == nil && $0.flags.isEmpty)
    }
    guard let bad else { return }
    throw DiagnosticError(
      Diagnostic(
        .notFinite,
        at: .file(path),
        "value \(bad + 1) of \(header.characteristic) on \(header.wafer) is no number",
        fixes: ["leave the value out and say with a flag why there is none"]
      )
    )
  }

  private func insert(_ header: MeasurementSet) throws(DiagnosticError) -> Int64 {
    try guarded {
      try database.cachedStatement(
        sql: """
          INSERT INTO measurement_set (wafer, characteristic, component, run, seq, equipment, plan, measured_at,
            operator_name, import, supersedes, generated, n, missing, mean, m2, low, high, digest)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      .execute(arguments: [
        header.wafer, header.characteristic, header.component, header.run, header.seq,
        header.equipment, header.plan, header.measuredAt.text, header.operatorName, header.import,
        header.supersedes, header.generated, header.n, header.missing, header.mean, header.m2,
        header.low, header.high, header.digest,
      ])
      return database.lastInsertedRowID
    }
  }

  /// Inserts the rows through SQLite's own functions: twice as fast as with values that are boxed first.
  private func insert(
    _ rows: [MeasuredValue],
    measurement: Int64
  ) throws(DiagnosticError) {
    try guarded {
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO measured_value (measurement, n, site, x_um, y_um, value, u, flags)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      let handle = statement.sqliteStatement
      sqlite3_reset(handle)
      sqlite3_bind_int64(handle, 1, measurement)
      for (index, row) in rows.enumerated() {
        sqlite3_bind_int64(handle, 2, Int64(index + 1))
        if let site = row.site {
          sqlite3_bind_int64(handle, 3, site)
        } else {
          sqlite3_bind_null(handle, 3)
        }
        if let x = row.xUm { sqlite3_bind_int(handle, 4, x) } else { sqlite3_bind_null(handle, 4) }
        if let y = row.yUm { sqlite3_bind_int(handle, 5, y) } else { sqlite3_bind_null(handle, 5) }
        if let value = row.value {
          sqlite3_bind_double(handle, 6, value)
        } else {
          sqlite3_bind_null(handle, 6)
        }
        if let u = row.u { sqlite3_bind_double(handle, 7, u) } else { sqlite3_bind_null(handle, 7) }
        sqlite3_bind_int(handle, 8, row.flags.rawValue)
        let status = sqlite3_step(handle)
        let message =
          status == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        sqlite3_reset(handle)
        guard status == SQLITE_DONE else {
          throw DatabaseError(resultCode: ResultCode(rawValue: status), message: message)
        }
      }
    }
  }
}
