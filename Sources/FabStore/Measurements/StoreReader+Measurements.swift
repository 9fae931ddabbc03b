public import FabDiagnostics
import GRDB

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
    var values: [MeasuredValue] = []
    values.reserveCapacity(min(set.n, 1 << 20))
    var summary = MeasurementSummary()
    try StoreFailure.guarded(path) {
      try Self.eachValue(database, measurement: set.id) {
        summary.add($0)
        values.append($0)
      }
    }
    guard summary.matches(set) else { throw DiagnosticError(Self.altered(set, path)) }
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

  /// Goes through the values of a set in order.
  static func eachValue(
    _ database: Database,
    measurement: Int64,
    _ body: (MeasuredValue) -> Void
  ) throws {
    let statement = try RawStatement(
      database,
      "SELECT site, x_um, y_um, value, u, flags FROM measured_value WHERE measurement = ? ORDER BY n"
    )
    statement.bind(1, measurement)
    while try statement.next() {
      body(
        MeasuredValue(
          site: try statement.optionalInteger(0),
          xUm: try statement.optionalNumber(1),
          yUm: try statement.optionalNumber(2),
          value: try statement.optionalDouble(3),
          u: try statement.optionalDouble(4),
          flags: MeasurementFlags(rawValue: try statement.number(5))
        )
      )
    }
  }
}

extension [Row] {
  /// The entries of these rows.
  func mapped<Entry: StoreEntry>(_ path: String) throws(DiagnosticError) -> [Entry] {
    try StoreFailure.guarded(path) { try map { try EntryCoding.entry($0) } }
  }
}
