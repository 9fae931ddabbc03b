import FabDiagnostics
import GRDB

/// Turns entries into columns; ``EntryColumns`` turns rows into entries.
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
      let encoder = PropertyEncoder()
      try entry.encode(to: encoder)
      return encoder.properties
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
}
