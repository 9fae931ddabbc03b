import FabDiagnostics
import GRDB

extension StoreCheck {
  /// Holds rows that follow from others against what the audit says of their batch.
  mutating func addDerived(_ reader: StoreReader) throws {
    for table in DerivedTable.all { try addDerived(reader, table) }
  }

  private mutating func addDerived(_ reader: StoreReader, _ table: DerivedTable) throws {
    let recorded = try RawStatement(
      reader.database,
      "SELECT entity_id, after_json FROM audit WHERE entity = ? ORDER BY seq"
    )
    recorded.bind(1, table.name)
    var stated: [String: String] = [:]
    while try recorded.next() {
      stated[try recorded.text(0)] = try recorded.optionalText(1) ?? ""
    }
    var defects: [Diagnostic] = []
    var count = 0
    func close(_ batch: DerivedBatch?) {
      guard let batch else { return }
      count += batch.rows
      switch stated.removeValue(forKey: batch.name) {
      case JSONValue.object(batch.entry).canonical?: break
      case nil: defects.append(defect(reader, table, batch.name, "were added"))
      case _?: defects.append(defect(reader, table, batch.name, "were changed, added or deleted"))
      }
    }
    let parent = table.parentColumns
    let statement = try RawStatement(
      reader.database,
      "SELECT \(parent.map { "CAST(\($0) AS TEXT)" }.joined(separator: " || '/' || ")), *"
        + " FROM \(table.name) ORDER BY \((parent + table.order).joined(separator: ", "))"
    )
    var batch: DerivedBatch?
    while try statement.next() {
      let name = try statement.text(0)
      if name != batch?.name {
        close(batch)
        batch = DerivedBatch(name: name)
      }
      batch?.add(statement, from: 1)
    }
    close(batch)
    for name in stated.keys.sorted() {
      defects.append(defect(reader, table, name, "were deleted"))
    }
    add(table.name.replacing("_", with: " "), count: count, defects)
  }

  private func defect(
    _ reader: StoreReader,
    _ table: DerivedTable,
    _ name: String,
    _ change: String
  ) -> Diagnostic {
    Diagnostic(
      .auditBroken,
      at: .file(reader.path),
      "\(table.noun) of the \(table.parent) '\(name)' \(change) outside pcu-fab",
      fixes: ["find out who changed the file; restore a backup if it wasn't meant"]
    )
  }
}
