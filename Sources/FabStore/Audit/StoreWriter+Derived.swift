import FabDiagnostics
import GRDB

extension StoreWriter {
  /// Records rows that were just inserted and follow from an entry; none are no batch.
  func recordBatch(_ table: DerivedTable, of parent: JSONValue...) throws(DiagnosticError) {
    try recordBatch(table, of: parent)
  }

  /// Records the rows that follow from an entry.
  func recordBatch(_ table: DerivedTable, of parent: [JSONValue]) throws(DiagnosticError) {
    precondition(parent.count == table.parentColumns.count, "\(table.name) has other parents")
    let batch = try completed { () throws(DiagnosticError) -> DerivedBatch in
      try guarded { try stored(table, parent) }
    }
    guard batch.rows > 0 else { return }
    try recordUnlisted("add", table.name, batch.name, after: batch.entry)
  }

  /// Read back, so that what is hashed is what is stored.
  private func stored(_ table: DerivedTable, _ parent: [JSONValue]) throws -> DerivedBatch {
    let condition = table.parentColumns.map { "\($0) = ?" }.joined(separator: " AND ")
    let statement = try RawStatement(
      database,
      "SELECT * FROM \(table.name) WHERE \(condition) ORDER BY \(table.order.joined(separator: ", "))"
    )
    for (index, value) in parent.enumerated() {
      switch value {
      case .integer(let number): statement.bind(Int32(index + 1), number)
      default: statement.bind(Int32(index + 1), value.plain)
      }
    }
    var batch = DerivedBatch(name: DerivedTable.name(of: parent))
    while try statement.next() { batch.add(statement) }
    return batch
  }
}
