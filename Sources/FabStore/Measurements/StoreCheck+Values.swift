import FabDiagnostics
import Foundation
import GRDB

extension StoreCheck {
  /// Holds values against the digests of their sets, and headers against the audit.
  mutating func addValues(_ database: Database, path: String) throws {
    var defects: [Diagnostic] = []
    var count = 0
    let sets = try Row.fetchCursor(database, sql: "SELECT * FROM measurement_set ORDER BY id")
    var digests: [Int64: MeasurementSet] = [:]
    while let row = try sets.next() {
      let set: MeasurementSet = try EntryCoding.entry(row)
      let values = try StoreReader.values(database, measurement: set.id)
      var summary = MeasurementSummary()
      for value in values { summary.add(value) }
      if !summary.matches(set) { defects.append(StoreReader.altered(set, path)) }
      count += values.count
      digests[set.id] = set
    }
    add("measured values", count: count, defects)
    try addHeaders(database, digests, path: path)
  }

  private mutating func addHeaders(
    _ database: Database,
    _ sets: [Int64: MeasurementSet],
    path: String
  ) throws {
    var left = Set(sets.keys)
    var defects: [Diagnostic] = []
    let recorded = try Row.fetchCursor(
      database,
      sql: "SELECT after_json FROM audit WHERE entity = ? ORDER BY seq",
      arguments: [MeasurementSet.table]
    )
    while let row = try recorded.next() {
      let text: String = row[0]
      guard
        let entry = try? JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8)),
        case .integer(let first)? = entry["first"], case .integer(let last)? = entry["last"],
        case .text(let stated)? = entry["digest"], first <= last
      else { continue }
      let digest = MeasurementDigest()
      for id in first...last {
        guard let set = sets[id] else { continue }
        digest.add(set)
        left.remove(id)
      }
      guard digest.hexadecimal != stated else { continue }
      defects.append(
        Diagnostic(
          .auditBroken,
          at: .file(path),
          "measurement sets \(first) to \(last) were changed or deleted outside pcu-fab",
          fixes: ["restore a backup with 'pcu-fab db restore'"]
        )
      )
    }
    for id in left.sorted() {
      defects.append(
        Diagnostic(
          .auditBroken,
          at: .file(path),
          "measurement set \(id) was added outside pcu-fab"
        )
      )
    }
    add("measurement sets", count: sets.count, defects)
  }
}
