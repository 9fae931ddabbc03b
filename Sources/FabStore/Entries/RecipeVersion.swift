/// A recipe as it was once used, by the hash of its canonical form.
public struct RecipeVersion: StoreEntry {
  /// The table.
  public static let table = "recipe"
  /// What people call one of them.
  public static let noun = "recipe"
  /// What makes it unique.
  public static let key = ["sha256"]
  /// Its properties in order.
  public static let fields = [
    EntryField("sha256", .text),
    EntryField("name", .text),
    EntryField("version", .integer),
    EntryField("title", .text, isOptional: true),
    EntryField("canonical", .text),
  ]

  /// SHA-256 of the canonical form.
  public var sha256: String
  /// The recipe's name.
  public var name: String
  /// Counts the different recipes of that name.
  public var version: Int
  /// Its title.
  public var title: String?
  /// The canonical form, JSON.
  public var canonical: String

  /// Creates an entry.
  public init(
    sha256: String,
    name: String,
    version: Int,
    title: String? = nil,
    canonical: String
  ) {
    self.sha256 = sha256
    self.name = name
    self.version = version
    self.title = title
    self.canonical = canonical
  }
}
