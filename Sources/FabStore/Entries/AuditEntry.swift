/// A recorded change.
public struct AuditEntry: StoreEntry {
  /// The table.
  public static let table = "audit"
  /// What people call one of them.
  public static let noun = "audit entry"
  /// What makes it unique.
  public static let key = ["seq"]
  /// Its properties in order.
  public static let fields = [
    EntryField("seq", .integer),
    EntryField("at", .time),
    EntryField("actor", .text),
    EntryField("action", .text),
    EntryField("entity", .text),
    EntryField("entityId", .text),
    EntryField("beforeJson", .json, isOptional: true),
    EntryField("afterJson", .json, isOptional: true),
    EntryField("prevHash", .text),
    EntryField("hash", .text),
  ]

  /// Its number.
  public var seq: Int64
  /// When.
  public var at: UTCTime
  /// By whom.
  public var actor: String
  /// `add`, `change` or `import`.
  public var action: String
  /// What kind of thing: the name of its table.
  public var entity: String
  /// Its name.
  public var entityId: String
  /// What it was.
  public var beforeJson: JSONValue?
  /// What it is.
  public var afterJson: JSONValue?
  /// The hash of the entry before.
  public var prevHash: String
  /// SHA-256 of this entry with the hash before.
  public var hash: String

  /// Creates an entry.
  public init(
    seq: Int64,
    at: UTCTime,
    actor: String,
    action: String,
    entity: String,
    entityId: String,
    beforeJson: JSONValue? = nil,
    afterJson: JSONValue? = nil,
    prevHash: String,
    hash: String
  ) {
    self.seq = seq
    self.at = at
    self.actor = actor
    self.action = action
    self.entity = entity
    self.entityId = entityId
    self.beforeJson = beforeJson
    self.afterJson = afterJson
    self.prevHash = prevHash
    self.hash = hash
  }
}
