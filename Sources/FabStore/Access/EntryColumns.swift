import Foundation
import GRDB

/// The columns of some rows, named once, and how entries are made of them.
struct EntryColumns<Entry: StoreEntry> {
  private let columns: [(property: String, isJSON: Bool)]

  /// Names the columns that rows have.
  init(_ names: some Sequence<String>) {
    let json = Entry.jsonProperties
    columns = names.map {
      let property = EntryCoding.property($0)
      return (property, json.contains(property))
    }
  }

  /// The entry of a row.
  func entry(_ row: Row) throws -> Entry {
    var properties: [String: JSONValue] = [:]
    properties.reserveCapacity(columns.count)
    for ((name, isJSON), (_, value)) in zip(columns, row) {
      switch value.storage {
      case .null: continue
      case .int64(let value): properties[name] = .integer(value)
      case .double(let value): properties[name] = .number(value)
      case .string(let text):
        properties[name] =
          isJSON ? try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) : .text(text)
      case .blob: properties[name] = .text("(bytes)")
      }
    }
    return try Entry(properties: properties)
  }
}
