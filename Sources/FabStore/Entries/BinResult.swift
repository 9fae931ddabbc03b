/// The bin of one device in one pass.
public struct BinResult: StoreEntry {
  /// The table.
  public static let table = "bin_result"
  /// What people call one of them.
  public static let noun = "bin of a device"
  /// What makes it unique.
  public static let key = ["wafer", "pass", "component", "site"]
  /// Its properties in order.
  public static let fields = [
    EntryField("wafer", .text),
    EntryField("pass", .integer),
    EntryField("component", .text),
    EntryField("site", .integer),
    EntryField("ruleset", .text),
    EntryField("code", .integer),
    EntryField("reason", .text),
  ]

  /// The wafer.
  public var wafer: String
  /// Counts the times that the wafer was binned.
  public var pass: Int
  /// The component, or `PCU`.
  public var component: String
  /// The site.
  public var site: Int64
  /// The hash of the rules.
  public var ruleset: String
  /// The bin.
  public var code: Int
  /// What decided it.
  public var reason: String

  /// Creates an entry.
  public init(
    wafer: String,
    pass: Int,
    component: String,
    site: Int64,
    ruleset: String,
    code: Int,
    reason: String
  ) {
    self.wafer = wafer
    self.pass = pass
    self.component = component
    self.site = site
    self.ruleset = ruleset
    self.code = code
    self.reason = reason
  }
}
