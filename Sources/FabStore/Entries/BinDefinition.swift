/// A bin of a ruleset.
public struct BinDefinition: StoreEntry {
  /// The table.
  public static let table = "bin"
  /// What people call one of them.
  public static let noun = "bin"
  /// What makes it unique.
  public static let key = ["ruleset", "component", "code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("ruleset", .text),
    EntryField("component", .text),
    EntryField("code", .integer),
    EntryField("quality", .text),
    EntryField("name", .text),
  ]

  /// The hash of the rules.
  public var ruleset: String
  /// `D1`, `D2`, `M1`, `M2` or `PCU`.
  public var component: String
  /// 0 to 255.
  public var code: Int
  /// `Pass`, `Fail` or `Skip`.
  public var quality: String
  /// The name.
  public var name: String

  /// Creates an entry.
  public init(
    ruleset: String,
    component: String,
    code: Int,
    quality: String,
    name: String
  ) {
    self.ruleset = ruleset
    self.component = component
    self.code = code
    self.quality = quality
    self.name = name
  }
}
