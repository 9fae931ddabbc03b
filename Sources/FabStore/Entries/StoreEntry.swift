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
  /// The names of the properties that are stored as JSON text.
  static var jsonProperties: Set<String> { get }
}

extension StoreEntry {
  /// None, unless stated otherwise.
  public static var jsonProperties: Set<String> { [] }
}
