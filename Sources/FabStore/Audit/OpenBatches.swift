/// Batches of derived rows that came one by one, as when tables of another store are loaded.
struct OpenBatches {
  private struct Batch: Hashable {
    let table: String
    let parent: [JSONValue]
  }

  private var batches: Set<Batch> = []

  /// Notes the batch that a row belongs to.
  mutating func insert(_ table: DerivedTable, parentOf row: [String: JSONValue]) {
    let parent = table.parentColumns.map { row[EntryCoding.property($0)] ?? .null }
    batches.insert(Batch(table: table.name, parent: parent))
  }

  /// All of them, in one order whatever order the rows came in.
  mutating func takeAll() -> [(DerivedTable, [JSONValue])] {
    let all = batches.sorted {
      ($0.table, DerivedTable.name(of: $0.parent)) < ($1.table, DerivedTable.name(of: $1.parent))
    }
    batches = []
    return all.compactMap { batch in
      DerivedTable.all.first { $0.name == batch.table }.map { ($0, batch.parent) }
    }
  }
}
