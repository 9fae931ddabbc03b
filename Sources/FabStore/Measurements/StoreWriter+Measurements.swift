public import FabDiagnostics
import GRDB

extension StoreWriter {
  /// Stores sets of values in one go.
  ///
  /// - Parameters:
  ///   - sets: The headers with their values; number, counts and digest are filled in.
  ///   - source: The import that they came with, if any.
  /// - Returns: The numbers of the sets in order.
  /// - Throws: A ``DiagnosticError``: `not-finite` for a value that is no number, `conflicting-entry` where a wafer,
  ///   characteristic or site isn't in the store, `database-failure` for a set of more than 1 048 575 values.
  @discardableResult
  public func addMeasurements(
    _ sets: [(header: MeasurementSet, values: [MeasuredValue])],
    import source: Int64? = nil
  ) throws(DiagnosticError) -> ClosedRange<Int64>? {
    let unnumbered = sets.map { header, values in
      var header = header
      header.id = 0
      header.import = source
      return (header: header, values: values)
    }
    for (header, rows) in sets {
      try checkCount(rows, header)
      try checkFinite(rows, header)
    }
    return try completed { () throws(DiagnosticError) in try addChecked(unnumbered, source) }
  }

  /// Stores sets that another store has, under the numbers that they have there; those that are here already stay.
  ///
  /// - Parameters:
  ///   - sets: The headers with their values; counts and digest are filled in.
  ///   - place: What states them, for messages.
  /// - Returns: How many are new.
  /// - Throws: A ``DiagnosticError`` as ``addMeasurements(_:import:)``; `conflicting-entry` for a number under which this
  ///   store has something else.
  public func restoreMeasurements(
    _ sets: [(header: MeasurementSet, values: [MeasuredValue])],
    at place: Place?
  ) throws(DiagnosticError) -> Int {
    var groups: [[(header: MeasurementSet, values: [MeasuredValue])]] = []
    for (header, rows) in sets.sorted(by: { $0.header.id < $1.header.id }) {
      try checkCount(rows, header)
      try checkFinite(rows, header)
      var summary = MeasurementSummary()
      for row in rows { summary.add(row) }
      let filled = Self.filled(header, &summary)
      if let stored = try reader.find(MeasurementSet.self, .integer(header.id)) {
        if stored == filled { continue }
        throw DiagnosticError(
          Diagnostic(
            .conflictingEntry,
            at: place ?? .file(path),
            "there is another measurement set \(header.id)",
            notes: [
              .init(
                "the store has \(stored.characteristic) of \(stored.wafer), n = \(stored.n); "
                  + "this is \(header.characteristic) of \(header.wafer), n = \(filled.n)"
              )
            ],
            fixes: [
              "load it into a new database, or import its values with 'pcu-fab measure import'"
            ]
          )
        )
      }
      // The audit has a range of numbers for each group, which must hold nothing else.
      if let last = groups.last?.last?.header, last.id + 1 == header.id,
        last.import == header.import
      {
        groups[groups.count - 1].append((filled, rows))
      } else {
        groups.append([(filled, rows)])
      }
    }
    for group in groups {
      _ = try completed { () throws(DiagnosticError) in
        try addChecked(group, group.first?.header.import)
      }
    }
    return groups.reduce(0) { $0 + $1.count }
  }

  private static func filled(
    _ header: MeasurementSet,
    _ summary: inout MeasurementSummary
  ) -> MeasurementSet {
    var header = header
    header.n = summary.n
    header.missing = summary.missing
    header.mean = summary.n > 0 ? summary.mean : nil
    header.m2 = summary.n > 0 ? summary.m2 : nil
    header.low = summary.n > 0 ? summary.low : nil
    header.high = summary.n > 0 ? summary.high : nil
    header.digest = summary.digest()
    return header
  }

  private func addChecked(
    _ sets: [(header: MeasurementSet, values: [MeasuredValue])],
    _ source: Int64?
  ) throws(DiagnosticError) -> ClosedRange<Int64>? {
    var first: Int64?
    var last: Int64 = 0
    var values = 0
    let digest = RunningDigest()
    for (header, rows) in sets {
      var summary = MeasurementSummary(into: digest)
      for row in rows { summary.add(row) }
      var header = Self.filled(header, &summary)
      header.id = try guarded { try insert(header) }
      try guarded { try insert(rows, measurement: header.id) }
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

  private func checkCount(
    _ rows: [MeasuredValue],
    _ header: MeasurementSet
  ) throws(DiagnosticError) {
    guard rows.count > ValueNumber.largestCount else { return }
    throw DiagnosticError(
      Diagnostic(
        .databaseFailure,
        at: .file(path),
        "\(header.characteristic) on \(header.wafer) has \(rows.count) values; a set has room for"
          + " \(ValueNumber.largestCount)",
        fixes: ["divide the values into several sets"]
      )
    )
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

  private func insert(_ header: MeasurementSet) throws -> Int64 {
    let statement = try RawStatement(
      database,
      """
      INSERT INTO measurement_set (wafer, characteristic, component, run, seq, equipment, plan, measured_at,
        operator_name, import, supersedes, generated, n, missing, mean, m2, low, high, digest, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    statement.bind(1, header.wafer)
    statement.bind(2, header.characteristic)
    statement.bind(3, header.component)
    statement.bind(4, header.run)
    statement.bind(5, header.seq.map(Int64.init))
    statement.bind(6, header.equipment)
    statement.bind(7, header.plan)
    statement.bind(8, header.measuredAt.text)
    statement.bind(9, header.operatorName)
    statement.bind(10, header.import)
    statement.bind(11, header.supersedes)
    statement.bind(12, Int64(header.generated))
    statement.bind(13, Int64(header.n))
    statement.bind(14, Int64(header.missing))
    statement.bind(15, header.mean)
    statement.bind(16, header.m2)
    statement.bind(17, header.low)
    statement.bind(18, header.high)
    statement.bind(19, header.digest)
    // Without a number SQLite gives the next one.
    statement.bind(20, header.id == 0 ? nil : header.id)
    try statement.run()
    return database.lastInsertedRowID
  }

  private func insert(_ rows: [MeasuredValue], measurement: Int64) throws {
    guard ValueNumber.all(of: measurement) != nil else {
      throw DatabaseError(message: "measurement sets have no numbers beyond \(measurement)")
    }
    // Each run of a statement opens and closes the tables that it touches, which costs as much as the row itself.
    var next = 0
    while next < rows.count {
      let count = rows.count - next >= Self.rowsAtOnce ? Self.rowsAtOnce : 1
      let statement = try RawStatement(database, Self.insertion(ofRows: count))
      for offset in 0..<count {
        let row = rows[next + offset]
        let first = Int32(offset) * Self.columnsOfValues
        statement.bind(first + 1, ValueNumber.number(measurement, next + offset + 1))
        statement.bind(first + 2, row.site)
        statement.bind(first + 3, row.xUm.map(Int64.init))
        statement.bind(first + 4, row.yUm.map(Int64.init))
        statement.bind(first + 5, row.value)
        statement.bind(first + 6, row.u)
        statement.bind(first + 7, Int64(row.flags.rawValue))
      }
      try statement.run()
      next += count
    }
  }

  /// Rows that one statement inserts; more bring nothing [ours, measured].
  private static let rowsAtOnce = 32
  private static let columnsOfValues: Int32 = 7
  private static let insertionOfOne = insertionText(1)
  private static let insertionOfMany = insertionText(rowsAtOnce)

  private static func insertion(ofRows count: Int) -> String {
    count == 1 ? insertionOfOne : insertionOfMany
  }

  private static func insertionText(_ rows: Int) -> String {
    "INSERT INTO measured_value (id, site, x_um, y_um, value, u, flags) VALUES "
      + Array(repeating: "(?, ?, ?, ?, ?, ?, ?)", count: rows).joined(separator: ", ")
  }
}
