/// A stop: what is held is neither processed nor shipped until it is released.
public struct Hold: StoreEntry {
  /// The table.
  public static let table = "hold"
  /// What people call one of them.
  public static let noun = "hold"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("entity", .text),
    EntryField("code", .text),
    EntryField("reason", .text),
    EntryField("heldBy", .text),
    EntryField("heldAt", .time),
    EntryField("releasedBy", .text, isOptional: true),
    EntryField("releasedAt", .time, isOptional: true),
    EntryField("releaseReason", .text, isOptional: true),
  ]

  /// Its number.
  public var id: Int64
  /// `lot`, `wafer`, `run`, `material-lot` or `equipment`.
  public var entity: String
  /// The name of what is held.
  public var code: String
  /// Why.
  public var reason: String
  /// By whom.
  public var heldBy: String
  /// Since when.
  public var heldAt: UTCTime
  /// Who released it.
  public var releasedBy: String?
  /// When.
  public var releasedAt: UTCTime?
  /// Why it may go on.
  public var releaseReason: String?

  /// Creates an entry.
  public init(
    id: Int64,
    entity: String,
    code: String,
    reason: String,
    heldBy: String,
    heldAt: UTCTime,
    releasedBy: String? = nil,
    releasedAt: UTCTime? = nil,
    releaseReason: String? = nil
  ) {
    self.id = id
    self.entity = entity
    self.code = code
    self.reason = reason
    self.heldBy = heldBy
    self.heldAt = heldAt
    self.releasedBy = releasedBy
    self.releasedAt = releasedAt
    self.releaseReason = releaseReason
  }
}
