/// A verdict on whether a wafer computes.
public struct Verification: StoreEntry {
  /// The table.
  public static let table = "verification"
  /// What people call one of them.
  public static let noun = "verification"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("wafer", .text),
    EntryField("layout", .text),
    EntryField("at", .time),
    EntryField("actor", .text),
    EntryField("verdict", .text),
    EntryField("report", .json),
  ]

  /// Its number.
  public var id: Int64
  /// The wafer.
  public var wafer: String
  /// The hash of its layout.
  public var layout: String
  /// When.
  public var at: UTCTime
  /// By whom.
  public var actor: String
  /// `pass` or `fail`.
  public var verdict: String
  /// The report.
  public var report: JSONValue

  /// Creates an entry.
  public init(
    id: Int64,
    wafer: String,
    layout: String,
    at: UTCTime,
    actor: String,
    verdict: String,
    report: JSONValue
  ) {
    self.id = id
    self.wafer = wafer
    self.layout = layout
    self.at = at
    self.actor = actor
    self.verdict = verdict
    self.report = report
  }
}
