/// A time that a wafer was binned.
public struct BinPass: StoreEntry {
  /// The table.
  public static let table = "bin_pass"
  /// What people call one of them.
  public static let noun = "binning"
  /// What makes it unique.
  public static let key = ["wafer", "pass"]
  /// Its properties in order.
  public static let fields = [
    EntryField("wafer", .text),
    EntryField("pass", .integer),
    EntryField("at", .time),
    EntryField("actor", .text),
    EntryField("origin", .text),
  ]

  /// The wafer.
  public var wafer: String
  /// Counts them.
  public var pass: Int
  /// When.
  public var at: UTCTime
  /// By whom.
  public var actor: String
  /// From what: measured values, or an imported map.
  public var origin: String

  /// Creates an entry.
  public init(
    wafer: String,
    pass: Int,
    at: UTCTime,
    actor: String,
    origin: String
  ) {
    self.wafer = wafer
    self.pass = pass
    self.at = at
    self.actor = actor
    self.origin = origin
  }
}
