import FabStore

/// Entries as a table for people: the columns that any of them fills, keys first.
struct EntryTable<Entry: StoreEntry> {
  let text: String

  init(_ entries: [Entry], hiding hidden: Set<String> = []) {
    guard !entries.isEmpty else {
      text = "no \(Entry.noun)\n"
      return
    }
    let rows = entries.map(\.properties)
    let columns = Entry.propertyNames.filter { name in
      !hidden.contains(name) && rows.contains { ($0[name] ?? .null) != .null }
    }
    var table = TextTable(
      columns.map { name in
        let isNumeric = rows.allSatisfy { row in
          switch row[name] ?? .null {
          case .integer, .number, .null: true
          default: false
          }
        }
        return (name, isNumeric ? .right : .left)
      }
    )
    table.rows = rows.map { row in columns.map { Self.cell(row[$0] ?? .null) } }
    text = table.text
  }

  /// The text of a value: hashes cut, times to the second.
  static func cell(_ value: JSONValue) -> String {
    let text = value.plain
    if text.count == 64, text.allSatisfy(\.isHexDigit) { return String(text.prefix(12)) }
    if text.count == 24, UTCTime(text) != nil { return text.prefix(19) + "Z" }
    return text.count > 60 ? text.prefix(57) + "…" : text
  }
}
