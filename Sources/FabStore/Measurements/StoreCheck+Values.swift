import FabDiagnostics
import Foundation
import GRDB

extension StoreCheck {
  /// The largest number of sets without a header that are looked for.
  private static let headlessLimit = 100

  /// Holds values against the digests of their sets, and sets against what the audit says of the imports they came with.
  mutating func addValues(_ database: Database, path: String) throws {
    var values = 0
    var sets = 0
    var altered: [Diagnostic] = []
    var broken: [Diagnostic] = []
    var imports: [ClosedRange<Int64>] = []
    for (range, stated) in try Self.imports(database) {
      let digest = RunningDigest()
      let statement = try RawStatement(
        database,
        "SELECT \(MeasurementSet.columns) FROM measurement_set WHERE id BETWEEN ? AND ? ORDER BY id"
      )
      statement.bind(1, range.lowerBound)
      statement.bind(2, range.upperBound)
      while try statement.next() {
        let set = try MeasurementSet(statement)
        var summary = MeasurementSummary(into: digest)
        let isNumbered = try StoreReader.eachValue(database, measurement: set.id) {
          summary.add($0)
        }
        if !isNumbered || !summary.matches(set) { altered.append(StoreReader.altered(set, path)) }
        digest.add(set)
        sets += 1
        values += summary.n + summary.missing
      }
      imports.append(range)
      guard digest.hexadecimal != stated else { continue }
      broken.append(
        Diagnostic(
          .auditBroken,
          at: .file(path),
          "measurement sets \(range.lowerBound) to \(range.upperBound) were changed or deleted outside pcu-fab",
          fixes: ["restore a backup with 'pcu-fab db restore'"]
        )
      )
    }
    for id in try Self.strangers(database, imports) {
      sets += 1
      broken.append(
        Diagnostic(
          .auditBroken,
          at: .file(path),
          "measurement set \(id) was added outside pcu-fab",
          fixes: ["find out who changed the file; restore a backup if it wasn't meant"]
        )
      )
    }
    for measurement in try Self.headless(database) {
      altered.append(
        Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "there are values of measurement set \(measurement), which isn't there",
          fixes: ["restore a backup with 'pcu-fab db restore'"]
        )
      )
    }
    add("measured values", count: values, altered)
    add("measurement sets", count: sets, broken)
  }

  /// The sets of each import with their digest, as the audit has them.
  private static func imports(
    _ database: Database
  ) throws -> [(range: ClosedRange<Int64>, digest: String)] {
    let statement = try RawStatement(
      database,
      "SELECT after_json FROM audit WHERE entity = ? AND after_json IS NOT NULL ORDER BY seq"
    )
    statement.bind(1, MeasurementSet.table)
    var result: [(range: ClosedRange<Int64>, digest: String)] = []
    while try statement.next() {
      let text = try statement.text(0)
      // What can't be read any more was altered, which the chain of hashes shows; its sets count as strangers.
      guard
        let entry = try? JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8)),
        case .integer(let first)? = entry["first"], case .integer(let last)? = entry["last"],
        case .text(let digest)? = entry["digest"], first <= last
      else { continue }
      result.append((first...last, digest))
    }
    return result
  }

  /// The numbers of sets that have values but no header; the first ones, if there are many.
  ///
  /// No foreign key keeps them together, since the number of a value has that of its set within.
  private static func headless(_ database: Database) throws -> [Int64] {
    let sets = try RawStatement(database, "SELECT id FROM measurement_set ORDER BY id")
    let values = try RawStatement(
      database,
      "SELECT id FROM measured_value WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1"
    )
    var result: [Int64] = []
    // Only gaps between numbers of sets are looked into, which healthy files don't have.
    func look(from first: Int64, to last: Int64) throws {
      var first = first
      while first <= last, result.count < Self.headlessLimit {
        values.bind(1, first)
        values.bind(2, last)
        guard try values.next() else { return }
        let number = try values.integer(0)
        values.finish()
        let measurement = ValueNumber.measurement(number)
        result.append(measurement)
        guard let numbers = ValueNumber.all(of: measurement), numbers.upperBound < last else {
          return
        }
        first = numbers.upperBound + 1
      }
    }
    var next = Int64.min
    while try sets.next() {
      guard let numbers = ValueNumber.all(of: try sets.integer(0)) else { continue }
      if next < numbers.lowerBound { try look(from: next, to: numbers.lowerBound - 1) }
      guard numbers.upperBound < .max else { return result }
      next = numbers.upperBound + 1
    }
    try look(from: next, to: .max)
    return result
  }

  /// The sets that no import brought.
  private static func strangers(
    _ database: Database,
    _ imports: [ClosedRange<Int64>]
  ) throws -> [Int64] {
    let statement = try RawStatement(database, "SELECT id FROM measurement_set ORDER BY id")
    var rest = imports.sorted { $0.lowerBound < $1.lowerBound }[...]
    var result: [Int64] = []
    while try statement.next() {
      let id = try statement.integer(0)
      while let range = rest.first, range.upperBound < id { rest.removeFirst() }
      if rest.first?.contains(id) != true { result.append(id) }
    }
    return result
  }
}
