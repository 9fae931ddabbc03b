/// A row of the store as a value: what is asked, shown, exported and recorded in the audit.
///
/// The keys of its coding are the names of its columns in camel case: `lotNumber` is the column `lot_number`.
public protocol StoreEntry: Codable, Hashable, Sendable {
  /// The table.
  static var table: String { get }
  /// What people call one of them, for instance `material lot`.
  static var noun: String { get }
  /// The names of the properties that make it unique.
  static var key: [String] { get }
  /// Its properties in order.
  static var fields: [EntryField] { get }
}

extension StoreEntry {
  /// Takes properties by name; those of JSON and times are texts or values.
  ///
  /// - Throws: A `DecodingError` if one is missing or of another type.
  public init(properties: [String: JSONValue]) throws {
    try self.init(from: PropertyDecoder(properties: properties))
  }

  static var jsonProperties: Set<String> { Set(fields.filter { $0.kind == .json }.map(\.name)) }
}

extension StoreEntry {
  /// The names of all properties, in the order in which they are declared.
  public static var propertyNames: [String] { fields.map(\.name) }

  /// The properties that have a value, by name.
  ///
  /// - Precondition: All numbers are finite, as those from a store are.
  public var properties: [String: JSONValue] {
    guard let properties = try? EntryCoding.properties(self) else {
      preconditionFailure("a \(Self.noun) has a number that isn't finite")
    }
    return properties
  }
}
