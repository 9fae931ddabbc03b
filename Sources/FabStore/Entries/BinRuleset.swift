/// Rules that sort devices into bins, as they once were.
public struct BinRuleset: StoreEntry {
  /// The table.
  public static let table = "bin_ruleset"
  /// What people call one of them.
  public static let noun = "bin ruleset"
  /// What makes it unique.
  public static let key = ["sha256"]
  /// Its properties in order.
  public static let fields = [
    EntryField("sha256", .text),
    EntryField("name", .text),
    EntryField("version", .integer),
    EntryField("rules", .text),
  ]

  /// The hash of the file.
  public var sha256: String
  /// Its name.
  public var name: String
  /// Its version.
  public var version: Int
  /// The file.
  public var rules: String

  /// Creates an entry.
  public init(
    sha256: String,
    name: String,
    version: Int,
    rules: String
  ) {
    self.sha256 = sha256
    self.name = name
    self.version = version
    self.rules = rules
  }
}
