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
    return try StoreFailure.guarded(path) {
      let statement = try RawStatement(
        database,
        "SELECT \(MeasurementSet.columns) FROM measurement_set m"
          + " WHERE \(conditions.joined(separator: " AND ")) ORDER BY measured_at, id"
      )
      for (index, argument) in arguments.enumerated() { statement.bind(Int32(index + 1), argument) }
      var sets: [MeasurementSet] = []
      while try statement.next() { sets.append(try MeasurementSet(statement)) }
      return sets
    }
  }

  /// The values of a set, held against their digest.
  ///
  /// - Throws: A ``DiagnosticError`` with `damaged-database` if they aren't what was stored.
  public func values(of set: MeasurementSet) throws(DiagnosticError) -> [MeasuredValue] {
    var values: [MeasuredValue] = []
    values.reserveCapacity(min(set.n, 1 << 20))
    var summary = MeasurementSummary()
    let isNumbered = try StoreFailure.guarded(path) {
      try Self.eachValue(database, measurement: set.id) {
        summary.add($0)
        values.append($0)
      }
    }
    guard isNumbered, summary.matches(set) else { throw DiagnosticError(Self.altered(set, path)) }
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
  ///
  /// - Returns: Whether their numbers begin with 1 and leave none out.
  static func eachValue(
    _ database: Database,
    measurement: Int64,
    _ body: (MeasuredValue) -> Void
  ) throws -> Bool {
    // A number that no set can have, in a damaged file.
    guard let numbers = ValueNumber.all(of: measurement) else { return true }
    let statement = try RawStatement(
      database,
      "SELECT site, x_um, y_um, value, u, flags, id FROM measured_value WHERE id BETWEEN ? AND ? ORDER BY id"
    )
    statement.bind(1, numbers.lowerBound)
    statement.bind(2, numbers.upperBound)
    var last = numbers.lowerBound
    var isNumbered = true
    while try statement.next() {
      let number = try statement.integer(6)
      isNumbered = isNumbered && number == last + 1
      last = number
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
    return isNumbered
  }
}
