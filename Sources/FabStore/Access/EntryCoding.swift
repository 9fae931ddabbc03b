import FabDiagnostics
import Foundation
import GRDB

/// Turns entries into columns and rows into entries.
enum EntryCoding {
  /// The name of a column: `lotNumber` is `lot_number`.
  static func column(_ property: String) -> String {
    property.reduce(into: "") { result, letter in
      if letter.isUppercase {
        result += "_" + letter.lowercased()
      } else {
        result.append(letter)
      }
    }
  }

  /// The name of a property: the column `lot_number` is `lotNumber`.
  static func property(_ column: String) -> String {
    let words = column.split(separator: "_")
    guard let first = words.first else { return column }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The properties of an entry that have a value.
  ///
  /// - Throws: A ``DiagnosticError`` with `not-finite` if a number is none: SQLite would store NaN as NULL.
  static func properties(_ entry: some StoreEntry) throws -> [String: JSONValue] {
    do {
      let data = try JSONEncoder().encode(entry)
      return try JSONDecoder().decode([String: JSONValue].self, from: data)
    } catch let EncodingError.invalidValue(value, context) {
      throw DiagnosticError(
        Diagnostic(
          .notFinite,
          "the \(type(of: entry).noun) has \(value) as its "
            + "\(context.codingPath.last?.stringValue ?? "value"), expected a finite number"
        )
      )
    }
  }

  /// The value of a property as SQLite stores it.
  static func stored(_ value: JSONValue, isJSON: Bool) -> DatabaseValue {
    if isJSON, value != .null { return value.canonical.databaseValue }
    switch value {
    case .null: return .null
    case .bool(let value): return (value ? 1 : 0).databaseValue
    case .integer(let value): return value.databaseValue
    case .number(let value): return value.databaseValue
    case .text(let value): return value.databaseValue
    case .list, .object: return value.canonical.databaseValue
    }
  }

  /// The properties of a row.
  static func properties(
    _ row: Row,
    json: Set<String>
  ) throws -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for (column, value) in row {
      let name = property(column)
      switch value.storage {
      case .null: continue
      case .int64(let value): result[name] = .integer(value)
      case .double(let value): result[name] = .number(value)
      case .string(let text):
        result[name] =
          json.contains(name)
          ? try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) : .text(text)
      case .blob: result[name] = .text("(bytes)")
      }
    }
    return result
  }

  /// The entry of a row.
  static func entry<Entry: StoreEntry>(_ row: Row) throws -> Entry {
    try Entry(properties: properties(row, json: Entry.jsonProperties))
  }
}
