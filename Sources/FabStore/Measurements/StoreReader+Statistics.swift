public import FabDiagnostics
import GRDB

extension StoreReader {
  /// Count, mean, spread and limits per wafer over all sets that count, from their headers alone.
  ///
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func waferStatistics(
    characteristic: String,
    component: String = ""
  ) throws(DiagnosticError) -> [WaferStatistics] {
    try StoreFailure.guarded(path) {
      let superseded = try supersededSets()
      let table =
        try isCommon(characteristic, component)
        ? "measurement_set NOT INDEXED" : "measurement_set"
      let statement = try RawStatement(
        database,
        """
        SELECT id, wafer, n, mean, m2, low, high FROM \(table)
        WHERE characteristic = ? AND component = ? AND n > 0 ORDER BY id
        """
      )
      statement.bind(1, characteristic)
      statement.bind(2, component)
      var result: [WaferStatistics] = []
      var places: [String: Int] = [:]
      while try statement.next() {
        if !superseded.isEmpty, superseded.contains(try statement.integer(0)) { continue }
        let wafer = try statement.text(1)
        let part = WaferStatistics(
          wafer: wafer,
          sets: 1,
          n: try statement.number(2),
          mean: try statement.double(3),
          m2: try statement.double(4),
          low: try statement.double(5),
          high: try statement.double(6)
        )
        if let place = places[wafer] {
          result[place].add(part)
        } else {
          places[wafer] = result.count
          result.append(part)
        }
      }
      return result.sorted { $0.wafer < $1.wafer }
    }
  }

  private func supersededSets() throws -> Set<Int64> {
    let statement = try RawStatement(
      database,
      "SELECT supersedes FROM measurement_set WHERE supersedes IS NOT NULL"
    )
    var result: Set<Int64> = []
    while try statement.next() { result.insert(try statement.integer(0)) }
    return result
  }

  /// How many headers are read one after another in the time that finding one through an index takes.
  private static let seek: Int64 = 8

  /// Whether so many sets are of this characteristic that reading all headers is faster than finding theirs.
  private func isCommon(_ characteristic: String, _ component: String) throws -> Bool {
    let total = try RawStatement(database, "SELECT ifnull(max(id), 0) FROM measurement_set")
    guard try total.next() else { return true }
    let limit = try total.integer(0) / Self.seek
    total.finish()
    let statement = try RawStatement(
      database,
      """
      SELECT count(*) FROM (
        SELECT 1 FROM measurement_set WHERE characteristic = ? AND component = ? LIMIT ?)
      """
    )
    statement.bind(1, characteristic)
    statement.bind(2, component)
    statement.bind(3, limit)
    guard try statement.next() else { return true }
    defer { statement.finish() }
    return try statement.integer(0) >= limit
  }
}
