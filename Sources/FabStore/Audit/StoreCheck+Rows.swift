import FabDiagnostics
import GRDB

extension StoreCheck {
  /// Holds every row that people can change against what the audit says of it.
  mutating func addRows(_ reader: StoreReader) throws {
    for type in StoreEntries.audited { try addRows(reader, type) }
  }

  private mutating func addRows<Entry: StoreEntry>(
    _ reader: StoreReader,
    _ type: Entry.Type
  ) throws {
    let recorded = try RawStatement(
      reader.database,
      "SELECT entity_id, after_json, max(seq) FROM audit WHERE entity = ? GROUP BY entity_id"
    )
    recorded.bind(1, Entry.table)
    var last: [String: String] = [:]
    while try recorded.next() {
      last[try recorded.text(0)] = try recorded.optionalText(1) ?? ""
    }
    var defects: [Diagnostic] = []
    var count = 0
    let statement = try reader.database.makeStatement(sql: "SELECT * FROM \"\(Entry.table)\"")
    let columns = EntryColumns<Entry>(statement.columnNames)
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() {
      count += 1
      let entry: Entry
      do {
        entry = try columns.entry(row)
      } catch {
        defects.append(defect(reader, "a row of \(Entry.table) can't be read: \(error)"))
        continue
      }
      let properties = try EntryCoding.properties(entry)
      let name = Entry.key.map { (properties[$0] ?? .null).plain }.joined(separator: "/")
      guard let text = last.removeValue(forKey: name) else {
        defects.append(defect(reader, "\(Entry.noun) '\(name)' was added outside pcu-fab"))
        continue
      }
      if JSONValue.object(properties).canonical != text {
        defects.append(defect(reader, "\(Entry.noun) '\(name)' was changed outside pcu-fab"))
      }
    }
    for name in last.keys.sorted() {
      defects.append(defect(reader, "\(Entry.noun) '\(name)' was deleted outside pcu-fab"))
    }
    add(Entry.table.replacing("_", with: " "), count: count, defects)
  }

  private func defect(_ reader: StoreReader, _ text: String) -> Diagnostic {
    Diagnostic(
      .auditBroken,
      at: .file(reader.path),
      text,
      fixes: ["find out who changed the file; restore a backup if it wasn't meant"]
    )
  }
}
