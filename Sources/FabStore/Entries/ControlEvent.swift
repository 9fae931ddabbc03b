/// A point that broke a rule.
public struct ControlEvent: StoreEntry {
  /// The table.
  public static let table = "control_event"
  /// What people call one of them.
  public static let noun = "out-of-control event"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("limits", .integer),
    EntryField("measurement", .integer),
    EntryField("rule", .text),
    EntryField("detail", .text),
    EntryField("foundAt", .time),
    EntryField("acknowledgedBy", .text, isOptional: true),
    EntryField("acknowledgedAt", .time, isOptional: true),
    EntryField("cause", .text, isOptional: true),
    EntryField("action", .text, isOptional: true),
  ]

  /// Its number.
  public var id: Int64
  /// The limits.
  public var limits: Int64
  /// The measurement set.
  public var measurement: Int64
  /// The rule.
  public var rule: String
  /// What was found.
  public var detail: String
  /// When.
  public var foundAt: UTCTime
  /// Who looked into it.
  public var acknowledgedBy: String?
  /// When.
  public var acknowledgedAt: UTCTime?
  /// The cause.
  public var cause: String?
  /// What was done.
  public var action: String?

  /// Creates an entry.
  public init(
    id: Int64,
    limits: Int64,
    measurement: Int64,
    rule: String,
    detail: String,
    foundAt: UTCTime,
    acknowledgedBy: String? = nil,
    acknowledgedAt: UTCTime? = nil,
    cause: String? = nil,
    action: String? = nil
  ) {
    self.id = id
    self.limits = limits
    self.measurement = measurement
    self.rule = rule
    self.detail = detail
    self.foundAt = foundAt
    self.acknowledgedBy = acknowledgedBy
    self.acknowledgedAt = acknowledgedAt
    self.cause = cause
    self.action = action
  }
}
